"""Submitting an order again: same uuid, the number with the next dash number, a new and higher id.

Orders are never merged (order export, "testing for duplicate orders"). Stock held for the submission before is given
back, unless its lines were replaced wholesale: then it may be a new order under an old number, and both stand until
somebody has looked.
"""

from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.draft import OrderDraft
from partscounter.domain.orders.events import UnitsMoved
from partscounter.domain.orders.idempotency.store import claim_key
from partscounter.domain.orders.lookup import list_submissions, lock_order
from partscounter.domain.orders.move import move_units
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.place import place_order, write_order
from partscounter.domain.orders.quantities import NOT_SHIPPED, moves_to_cancel
from partscounter.domain.orders.reviews.store import insert_review


def submit_order(tx: WriteTx, draft: OrderDraft) -> Order:
    """Place `draft`, or, where an order with its uuid is known, submit it again. Refuses as `place_order` does."""
    uuid = draft.identity.uuid
    if not uuid:
        return place_order(tx, draft)
    # Whoever submits the same uuid at the same moment waits for this row, and then sees this submission. It is there
    # for that alone: once it was forgotten, the next submission makes another.
    claim_key(tx, f"order-uuid:{draft.dealer_id}", uuid)
    before = list_submissions(tx, draft.dealer_id, uuid)
    return _submit_again(tx, draft, lock_order(tx, before[-1].id)) if before else place_order(tx, draft)


def _submit_again(tx: WriteTx, draft: OrderDraft, newest: Order) -> Order:
    # All items at once, in order of their ids: what is given back and what is held then cannot lock another order out.
    inventory.lock_items(tx, {line.item_id for line in newest.lines if line.item_id} | draft.units_by_item().keys())
    is_same_order = shares_a_line(newest, draft)
    if is_same_order:
        _give_up(tx, newest)
    revision = newest.revision + 1
    names = {
        "uuid": newest.uuid,
        "number": f"{newest.original_number}-{revision}",
        "original_number": newest.original_number,
        "revision": revision,
    }
    identity = replace(draft.identity, document_number="")
    order = write_order(tx, replace(draft, identity=identity), names, replaces=newest.id)
    sql.update_order(tx, newest.id, superseded_by=order.id)
    if not is_same_order:
        insert_review(tx, order.id, newest.id)
    return order


def shares_a_line(order: Order, draft: OrderDraft) -> bool:
    """Whether any part of `order` is asked for again."""
    return any(line.answers_to(wanted.code) for line in order.lines for wanted in draft.lines)


def is_replaced_wholesale(before: Order, after: Order) -> bool:
    """Whether a resubmission has no part in common with the submission before it: perhaps a new order."""
    return not any(line.answers_to(other.code) for line in before.lines for other in after.lines)


def _give_up(tx: WriteTx, order: Order) -> None:
    moves = {
        line.number: moves_to_cancel(line.quantities, line.quantities.units_in(NOT_SHIPPED)) for line in order.lines
    }
    if any(moves.values()):
        move_units(tx, order, moves)
        tx.emit(UnitsMoved(order_id=order.id, reason="replaced", moves=moves))
