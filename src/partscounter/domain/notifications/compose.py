"""Wording a mail: the same facts as text and as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from partscounter.domain.dealers import Dealer
from partscounter.domain.fulfilment import TakenUpdate, TrackingStatus, match_parts, shown_shipment, tracking_link
from partscounter.domain.notifications.mail import Message
from partscounter.domain.orders import Order

_TEMPLATES = Environment(
    loader=PackageLoader("partscounter.domain.notifications"),
    autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
    undefined=StrictUndefined,
)

_HEADLINES: Mapping[TrackingStatus | None, str] = {
    None: "Thank you for your order",
    TrackingStatus.DELIVERED: "Your order has been delivered",
    TrackingStatus.PARTIALLY_SHIPPED: "Your order is partially shipped",
    TrackingStatus.FULLY_SHIPPED: "Your order is fully shipped",
    TrackingStatus.PICKED_UP: "Your order has been picked up",
    TrackingStatus.READY_FOR_PICKUP: "Your order is ready for pickup",
    TrackingStatus.READY_FOR_PARTIAL_PICKUP: "Part of your order is ready for pickup",
    TrackingStatus.ON_HOLD: "Your order has been put on hold",
    TrackingStatus.RELEASED: "Your order has been released",
    TrackingStatus.CANCELLED: "Your order has been cancelled",
    TrackingStatus.EXCEPTION: "There is a problem with your order",
}


@dataclass(frozen=True, slots=True)
class _Part:
    quantity: int
    code: str
    description: str


def compose(dealer: Dealer, order: Order, update: TakenUpdate | None) -> Message:
    """The mail that tells of `update`, or, without one, that the order came in."""
    headline = _HEADLINES[None if update is None else update.status]
    shipment = None if update is None else shown_shipment(update)
    facts = {
        "headline": headline,
        "dealer": dealer,
        "order": order,
        "parts": _parts(order, update),
        "shipment": shipment,
        "link": None if shipment is None else tracking_link(shipment),
    }
    return Message(
        subject=f"{headline}: {order.document_number}",
        text=_TEMPLATES.get_template("mail.txt.j2").render(facts).strip() + "\n",
        html=_TEMPLATES.get_template("mail.html.j2").render(facts),
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
