"""Wording a mail: the same facts as text and as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partscounter.domain.dealers import Dealer
from partscounter.domain.fulfilment import TakenUpdate, match_parts, shown_shipment, tracking_link
from partscounter.domain.notifications.languages import Wording
from partscounter.domain.notifications.mail import Message
from partscounter.domain.notifications.mail_links import NO_LINKS, MailLinks
from partscounter.domain.notifications.mail_templates import TEMPLATES
from partscounter.domain.orders import Order, Promise


@dataclass(frozen=True, slots=True)
class _Part:
    quantity: int
    code: str
    description: str
    expected: str = ""
    """Until when units on back order are expected."""


Promises = Mapping[int, Promise]
"""By line number."""


def compose_promises(
    wording: Wording, dealer: Dealer, order: Order, promises: Promises, links: MailLinks = NO_LINKS
) -> Message:
    """The mail that tells of `promises`; a later date than the customer knows makes it one about a delay."""
    is_delay = any(promise.told_before is not None for promise in promises.values())
    parts = [
        _Part(line.quantity, line.code, line.description, _expected(wording, promises[line.number]))
        for line in order.lines
        if line.number in promises
    ]
    facts = {
        "wording": wording,
        "headline": wording.delayed if is_delay else wording.promised,
        "dealer": dealer,
        "order": order,
        "parts": parts,
        "shipment": None,
        "links": links,
        "link": None,
    }
    return _render(wording, facts)


def compose(
    wording: Wording,
    dealer: Dealer,
    order: Order,
    update: TakenUpdate | None,
    *,
    links: MailLinks = NO_LINKS,
    promises: Promises | None = None,
) -> Message:
    """The mail that tells of `update`, or, without one, that the order came in; with the addresses to go on from.

    `promises` were made with the order, and are told with its coming in.
    """
    headline = wording.confirmation if update is None else wording.headlines[update.status]
    shipment = None if update is None else shown_shipment(update)
    facts = {
        "wording": wording,
        "headline": headline,
        "dealer": dealer,
        "order": order,
        "parts": _parts(order, update, wording, promises or {}),
        "shipment": shipment,
        "links": links,
        "link": None if shipment is None else tracking_link(shipment),
    }
    return _render(wording, facts)


def _render(wording: Wording, facts: Mapping[str, Any]) -> Message:
    return Message(
        subject=wording.subject.format(headline=facts["headline"], number=facts["order"].document_number),
        text=TEMPLATES.get_template("mail.txt.j2").render(facts).strip() + "\n",
        html=TEMPLATES.get_template("mail.html.j2").render(facts),
    )


def _expected(wording: Wording, promise: Promise | None) -> str:
    if promise is None:
        return ""
    expected = wording.on_back_order.format(units=promise.units, day=promise.day.isoformat())
    if promise.told_before is None:
        return expected
    return f"{expected} ({wording.instead_of.format(day=promise.told_before.isoformat())})"


def _parts(order: Order, update: TakenUpdate | None, wording: Wording, promises: Promises) -> list[_Part]:
    if update is None:
        return [
            _Part(line.quantity, line.code, line.description, _expected(wording, promises.get(line.number)))
            for line in order.lines
        ]
    matched = match_parts(order.lines, update.parts)
    return [
        _Part(part.quantity, part.part_number, lines[0].description)
        for part, lines in zip(update.parts, matched, strict=True)
        if part.quantity
    ]
