"""Rebuilding all that is stored of an order's way from its history alone, to show that nothing changed unseen.

Where the units are and how many were shipped beyond the order; the last tracking status; what both sides have agreed
to; since when nothing is left to ship. The states that others see are derived from these (`states.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain import orders
from partscounter.domain.approvals import ApprovalDecided, Side
from partscounter.domain.fulfilment.events import UpdateTaken
from partscounter.domain.orders import Move, Order, Quantities, Stage


@dataclass(frozen=True, slots=True)
class Difference:
    """Something of an order that is stored and that its history tells otherwise."""

    order_id: int
    what: str
    """Such as `line 1` or `vendor status`."""
    stored: object
    rebuilt: object


@dataclass(slots=True)
class Rebuilt:
    """An order as its history tells of it."""

    quantities: dict[int, Quantities] = field(default_factory=dict)
    """By line number, as `over_shipped`."""
    over_shipped: dict[int, int] = field(default_factory=dict)
    tracking_status: str = ""
    approvals: dict[str, str] = field(default_factory=dict)
    """What each side has said; an order that is older than this part of the history may have neither."""
    closed_at: datetime | None = None


def find_differences(tx: ReadTx) -> Iterator[Difference]:
    """Every difference between an order and its history; none, if all is well."""
    for order in orders.iterate_orders(tx):
        yield from _compare(order, rebuild_order(events_of(tx, f"order:{order.id}")))


def rebuild_order(history: Iterable[StoredEvent]) -> Rebuilt:
    """The order that the events of one order, oldest first, tell of."""
    told = Rebuilt()
    for event in history:
        _move(told, event)
        _note_statuses(told, event)
    return told


def _move(told: Rebuilt, event: StoredEvent) -> None:
    for number, quantity in _pairs(event.data.get("quantities")):
        told.quantities[number] = Quantities(open=quantity)
    for number, move in _moves(event.data):
        told.quantities[number] = told.quantities[number].after([move])
    for number, units in _pairs(event.data.get("over_shipped")):
        told.over_shipped[number] = told.over_shipped.get(number, 0) + units
    is_open = any(quantities.to_ship for quantities in told.quantities.values())
    told.closed_at = None if is_open else told.closed_at or event.occurred_at


def _note_statuses(told: Rebuilt, event: StoredEvent) -> None:
    for side in Side:
        status = event.data.get(f"{side.value}_status")
        if status is not None:
            told.approvals[side.value] = str(status)
    if event.kind == ApprovalDecided.kind:
        told.approvals[str(event.data["side"])] = str(event.data["decision"])
    if event.kind == UpdateTaken.kind:
        told.tracking_status = str(event.data["status"])


def _compare(order: Order, told: Rebuilt) -> Iterator[Difference]:
    pairs: list[tuple[str, object, object]] = [
        ("tracking status", order.tracking_status, told.tracking_status),
        ("vendor status", order.vendor_status.value, told.approvals.get("vendor", order.vendor_status.value)),
        ("customer status", order.customer_status.value, told.approvals.get("customer", order.customer_status.value)),
        ("closed", order.closed_at, told.closed_at),
    ]
    for line in order.lines:
        pairs += [
            (f"line {line.number}", line.quantities, told.quantities.get(line.number, Quantities())),
            (f"line {line.number} over-shipped", line.over_shipped, told.over_shipped.get(line.number, 0)),
        ]
    return (Difference(order.id, what, stored, rebuilt) for what, stored, rebuilt in pairs if stored != rebuilt)


def _moves(data: Mapping[str, object]) -> Iterator[tuple[int, Move]]:
    moves = data.get("moves")
    for number, source, target, units in moves if isinstance(moves, list) else []:
        yield int(number), Move(Stage(source), Stage(target), int(units))


def _pairs(pairs: object) -> Iterator[tuple[int, int]]:
    for number, quantity in pairs if isinstance(pairs, list) else []:
        yield int(number), int(quantity)
