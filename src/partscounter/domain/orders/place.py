"""Placing an order: number it, hold stock for it, store it, say so."""

from collections.abc import Mapping
from typing import Final
from uuid import uuid4

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.approvals import Approval
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.approval import ask_approvers, begin_approval
from partscounter.domain.orders.backorders.promise import Telling
from partscounter.domain.orders.backorders.promise_lead_times import promise_lead_times
from partscounter.domain.orders.cores import open_core_deposits
from partscounter.domain.orders.draft import DraftLine, OrderDraft
from partscounter.domain.orders.errors import InvalidOrder
from partscounter.domain.orders.events import OrderPlaced
from partscounter.domain.orders.lookup import get_order
from partscounter.domain.orders.of_machines import note_machines
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.quantities import Move, Quantities, Stage
from partscounter.domain.orders.row import terms_data
from partscounter.kit.refusal import Violation


def place_order(tx: WriteTx, draft: OrderDraft) -> Order:
    """A new order, with what stock there is held for it and the rest on back order.

    Refuses with InvalidOrder (no lines, a quantity below one), and with NotAvailable where a line allows no back
    order and stock does not cover it; nothing is held then.
    """
    uuid = draft.identity.uuid or str(uuid4()).upper()
    number = draft.identity.number or _new_number(tx, draft)
    names = {"uuid": uuid, "number": number, "original_number": number, "revision": 0}
    return write_order(tx, draft, names, replaces=None)


def write_order(tx: WriteTx, draft: OrderDraft, names: Mapping[str, object], *, replaces: int | None) -> Order:
    """Check, hold, store and announce `draft` under `names`; shared by placing and resubmitting."""
    _check(draft)
    held = _hold(tx, draft)
    order_id = sql.insert_order(tx, _order_row(tx, draft) | dict(names) | _given_names(draft, names))
    sql.insert_lines(tx, [_line_row(order_id, n, line, held.get(n, 0), draft) for n, line in _numbered(draft)])
    note_machines(tx, order_id, draft)
    order = begin_approval(tx, get_order(tx, order_id))
    event = OrderPlaced(
        order_id=order_id,
        number=str(names["number"]),
        channel=draft.channel.value,
        quantities=tuple((number, line.quantity) for number, line in _numbered(draft)),
        moves={n: _first_moves(line, held.get(n, 0), draft) for n, line in _numbered(draft)},
        reserve_later=draft.reserve_later,
        replaces=replaces,
        vendor_status=order.vendor_status,
        customer_status=order.customer_status,
    )
    tx.emit(event)
    if order.customer_status is Approval.PENDING:
        ask_approvers(tx, order)
    open_core_deposits(tx, order)
    promise_lead_times(tx, order, first_told=Telling.CONFIRMATION)
    return order


def _numbered(draft: OrderDraft) -> list[tuple[int, DraftLine]]:
    return list(enumerate(draft.lines, start=1))


def _check(draft: OrderDraft) -> None:
    wrong = [
        Violation(f"lines[{index}].quantity", "The quantity must be at least 1.", line.quantity)
        for index, line in enumerate(draft.lines)
        if line.quantity < 1
    ]
    if not draft.lines:
        wrong.append(Violation("lines", "An order needs at least one line."))
    if wrong:
        raise InvalidOrder("The order cannot be placed.", tuple(wrong))


def _hold(tx: WriteTx, draft: OrderDraft) -> dict[int, int]:
    """Units held for each line number."""
    if draft.reserve_later:
        return {}
    left = dict(inventory.reserve(tx, draft.units_by_item()))
    held: dict[int, int] = {}
    for number, line in _numbered(draft):
        if line.item_id is not None:
            held[number] = min(line.quantity, left.get(line.item_id, 0))
            left[line.item_id] = left.get(line.item_id, 0) - held[number]
        if not line.back_order_allowed and held.get(number, 0) < line.quantity:
            raise NotAvailable(f"Fewer than {line.quantity} of {line.code} are available.")
    return held


def _first_moves(line: DraftLine, held: int, draft: OrderDraft) -> list[Move]:
    if line.item_id is None or draft.reserve_later:
        return []
    short = line.quantity - held
    moves = [Move(Stage.OPEN, Stage.RESERVED, held), Move(Stage.OPEN, Stage.BACKORDER, short)]
    return [move for move in moves if move.units]


_LONGEST_NUMBER: Final = 26
"""Order Tracking v3 takes document numbers of 30 characters ("Request body"); four are for a resubmission's `-n`."""


def _new_number(tx: WriteTx, draft: OrderDraft) -> str:
    """`<prefix>-MMDDYY-<counter>` (order export, "Order number"); of a long prefix as much as there is room for."""
    rest = f"-{tx.now:%m%d%y}-{sql.next_count(tx, draft.dealer_id)}"
    return draft.number_prefix[: _LONGEST_NUMBER - len(rest)] + rest


def _given_names(draft: OrderDraft, names: Mapping[str, object]) -> dict[str, object]:
    given: dict[str, object] = {"document_number": draft.identity.document_number or names["number"]}
    if draft.identity.id is not None:
        given["id"] = draft.identity.id
    return given


def _order_row(tx: WriteTx, draft: OrderDraft) -> dict[str, object]:
    return {
        "dealer_id": draft.dealer_id,
        "store_id": draft.store_id,
        "channel": draft.channel.value,
        "placed_at": draft.identity.placed_at or tx.now,
        "currency": draft.currency,
        "customer_id": draft.customer_id,
        "parties": {
            "contact": draft.contact._asdict(),
            "rep": draft.rep._asdict(),
            "bill_to": draft.bill_to.to_data(),
            "ship_to": draft.ship_to.to_data(),
        },
        "terms": terms_data(draft.terms),
        "transaction_id": draft.transaction_id,
    }


def _line_row(order_id: int, number: int, line: DraftLine, held: int, draft: OrderDraft) -> dict[str, object]:
    quantities = Quantities(open=line.quantity).after(_first_moves(line, held, draft))
    return {
        "order_id": order_id,
        "key": str(uuid4()),
        "number": number,
        "item_id": line.item_id,
        "code": line.code,
        "brand_code": line.brand_code,
        "part_code": line.part_code,
        "description": line.description,
        "unit_of_measure": line.unit_of_measure,
        "price_each": line.price.each,
        "price_list": line.price.list,
        "tax_rate": line.price.tax_rate,
        "core": line.price.core,
        "shipping": line.price.shipping,
        "tax": line.price.tax,
        "discount_percent": line.price.discount_percent,
        "price_code": line.price.code,
        "notes": line.notes,
        "vehicle_references": [[reference.type, reference.value] for reference in line.vehicle_references],
        **{stage.value: quantities.at(stage) for stage in Stage},
        "allocated": held,
    }
