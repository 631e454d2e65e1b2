"""Wording a mail: the same facts as text and as HTML."""

from dataclasses import dataclass

from partscounter.domain.dealers import Dealer
from partscounter.domain.fulfilment import TakenUpdate, match_parts, shown_shipment, tracking_link
from partscounter.domain.notifications.languages import Wording
from partscounter.domain.notifications.mail import Message
from partscounter.domain.notifications.mail_templates import TEMPLATES
from partscounter.domain.orders import Order


@dataclass(frozen=True, slots=True)
class _Part:
    quantity: int
    code: str
    description: str


def compose(
    wording: Wording, dealer: Dealer, order: Order, update: TakenUpdate | None, preferences_url: str = ""
) -> Message:
    """The mail that tells of `update`, or, without one, that the order came in; with the address to choose at."""
    headline = wording.confirmation if update is None else wording.headlines[update.status]
    shipment = None if update is None else shown_shipment(update)
    facts = {
        "wording": wording,
        "headline": headline,
        "dealer": dealer,
        "order": order,
        "parts": _parts(order, update),
        "shipment": shipment,
        "preferences_url": preferences_url,
        "link": None if shipment is None else tracking_link(shipment),
    }
    return Message(
        subject=wording.subject.format(headline=headline, number=order.document_number),
        text=TEMPLATES.get_template("mail.txt.j2").render(facts).strip() + "\n",
        html=TEMPLATES.get_template("mail.html.j2").render(facts),
    )


def _parts(order: Order, update: TakenUpdate | None) -> list[_Part]:
    if update is None:
        return [_Part(line.quantity, line.code, line.description) for line in order.lines]
    matched = match_parts(order, update.parts)
    return [
        _Part(part.quantity, part.part_number, lines[0].description)
        for part, lines in zip(update.parts, matched, strict=True)
        if part.quantity
    ]
