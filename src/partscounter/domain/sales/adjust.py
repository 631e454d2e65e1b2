"""Adding adjustments to a document and taking them off again."""

from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain import dealers, orders
from partscounter.domain.orders import Order
from partscounter.domain.sales import store as sql
from partscounter.domain.sales.adjustment import Adjustment, AdjustmentDraft
from partscounter.domain.sales.decide import is_over
from partscounter.domain.sales.errors import DocumentOver, FixedAdjustment, InvalidAdjustment, UnknownAdjustment
from partscounter.domain.sales.events import AdjustmentChanged
from partscounter.kit.money import LARGEST, to_cents
from partscounter.kit.refusal import Violation

_LONGEST_NAME = 100
_LONGEST_TEXT = 1000


def add_adjustment(tx: WriteTx, order_id: int, draft: AdjustmentDraft) -> Adjustment:
    """The adjustment, with tax at the rate of its line, or of the store for the whole document.

    Refuses with UnknownOrder, InvalidAdjustment, and DocumentOver for a document that is cancelled or replaced.
    """
    order = orders.lock_order(tx, order_id)
    if is_over(order):
        raise DocumentOver(f"Document {order.document_number} is cancelled or replaced.")
    _check(order, draft)
    tax = to_cents(draft.amount * _rate(tx, order, draft.line_number) / 100) if draft.is_taxable else Decimal("0.00")
    return enter_adjustment(tx, order.id, draft, tax=tax, return_id=None)


def enter_adjustment(
    tx: WriteTx, order_id: int, draft: AdjustmentDraft, *, tax: Decimal, return_id: int | None
) -> Adjustment:
    """Store and announce an adjustment that was checked. The caller holds the order's lock."""
    added = sql.insert_adjustment(tx, order_id, draft, tax, return_id)
    tx.emit(AdjustmentChanged(order_id, added.id, added.name, added.amount, added.tax, draft.reason, is_added=True))
    return added


def remove_adjustment(tx: WriteTx, order_id: int, adjustment_id: int, *, reason: str) -> Adjustment:
    """The adjustment that was; it stays in the history.

    Refuses with UnknownOrder, UnknownAdjustment (never there, or removed before), FixedAdjustment, InvalidAdjustment.
    """
    orders.lock_order(tx, order_id)
    known = {each.id: each for each in sql.adjustments_of(tx, [order_id])}
    if adjustment_id not in known:
        raise UnknownAdjustment(f"Order {order_id} has no adjustment {adjustment_id}.")
    found = known[adjustment_id]
    if found.return_id is not None:
        raise FixedAdjustment("The adjustment credits a return, and stands with it.")
    if not 0 < len(reason.strip()) <= _LONGEST_TEXT:
        raise InvalidAdjustment("The adjustment stays.", (_length("reason", 1, _LONGEST_TEXT, reason),))
    sql.mark_removed(tx, adjustment_id, reason)
    tx.emit(AdjustmentChanged(order_id, found.id, found.name, found.amount, found.tax, reason, is_added=False))
    return found


def _rate(tx: WriteTx, order: Order, line_number: int | None) -> Decimal:
    if line_number is None:
        return dealers.get_store(tx, order.store_id).tax_rate
    return next(line.price.tax_rate for line in order.lines if line.number == line_number)


def _check(order: Order, draft: AdjustmentDraft) -> None:
    wrong = [
        _length(name, least, most, text)
        for name, text, least, most in (
            ("name", draft.name, 1, _LONGEST_NAME),
            ("reason", draft.reason, 1, _LONGEST_TEXT),
            ("description", draft.description, 0, _LONGEST_TEXT),
        )
        if not least <= len(text.strip()) <= most
    ]
    if not draft.amount or draft.amount != to_cents(draft.amount) or abs(draft.amount) > LARGEST:
        wrong.append(
            Violation("amount", "must be an amount other than 0, with at most two decimal places", draft.amount)
        )
    if draft.line_number is not None and draft.line_number not in {line.number for line in order.lines}:
        wrong.append(Violation("line_number", "is not a line of the document", draft.line_number))
    if wrong:
        raise InvalidAdjustment("The adjustment cannot be made.", tuple(wrong))


def _length(name: str, least: int, most: int, text: str) -> Violation:
    return Violation(name, f"must have from {least} to {most} characters", text)
