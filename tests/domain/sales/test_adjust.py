"""Adjustments of documents: added, taken off, and counted to the cent."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain import orders, sales
from partscounter.domain.orders import Order
from partscounter.domain.sales import (
    Adjustment,
    AdjustmentDraft,
    DocumentOver,
    InvalidAdjustment,
    UnknownAdjustment,
)
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.fulfilment import make_update, take
from tests.make.sales import kinds_of

FREIGHT = AdjustmentDraft(name="Freight", amount=Decimal("25.00"), reason="two pallets")
LESS = AdjustmentDraft(
    name="Discount",
    amount=Decimal("-10.05"),
    reason="scratched",
    line_number=1,
    is_taxable=True,
    is_subtotal_adjustment=True,
)


@pytest.fixture
def order(database: Database) -> Order:
    """Seven units at 100.00 with 20 % tax."""
    return place(database, draft_order(make_counter(database), (None, 7)))


def add(database: Database, order: Order, draft: AdjustmentDraft) -> Adjustment:
    return database.write(TESTER, partial(sales.add_adjustment, order_id=order.id, draft=draft))


def remove(database: Database, order: Order, adjustment_id: int, reason: str = "wrong") -> Adjustment:
    verb = partial(sales.remove_adjustment, order_id=order.id, adjustment_id=adjustment_id, reason=reason)
    return database.write(TESTER, verb)


def totals(database: Database, order: Order) -> tuple[Decimal, Decimal, Decimal]:
    """Subtotal, tax and total."""
    with database.read() as tx:
        known = sales.load_adjustments(tx, [order.id])[order.id]
        now = orders.get_order(tx, order.id)
    return sales.subtotal_of(now, known), sales.tax_of(now, known), sales.total_of(now, known)


def test_adjustments_count_where_they_belong(database: Database, order: Order) -> None:
    assert totals(database, order) == (Decimal("700.00"), Decimal("140.00"), Decimal("840.00"))

    add(database, order, FREIGHT)
    less = add(database, order, LESS)

    assert (less.tax, less.line_number, less.added_by) == (Decimal("-2.01"), 1, "tester")
    assert totals(database, order) == (Decimal("689.95"), Decimal("137.99"), Decimal("852.94"))


def test_the_whole_documents_tax_is_that_of_its_store(database: Database, order: Order) -> None:
    fee = add(database, order, replace(FREIGHT, is_taxable=True))

    assert fee.tax == Decimal("5.00")
    assert totals(database, order) == (Decimal("700.00"), Decimal("145.00"), Decimal("870.00"))


def test_what_is_taken_off_counts_no_more_and_stays_in_the_history(database: Database, order: Order) -> None:
    freight = add(database, order, FREIGHT)

    assert remove(database, order, freight.id) == freight

    assert totals(database, order) == (Decimal("700.00"), Decimal("140.00"), Decimal("840.00"))
    assert kinds_of(database, order).count("sale.adjustment_changed") == 2
    with pytest.raises(UnknownAdjustment):
        remove(database, order, freight.id)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(FREIGHT, amount=Decimal(0)), "amount"),
        (replace(FREIGHT, amount=Decimal("0.001")), "amount"),
        (replace(FREIGHT, name=" "), "name"),
        (replace(FREIGHT, name="x" * 101), "name"),
        (replace(FREIGHT, reason=""), "reason"),
        (replace(FREIGHT, line_number=2), "line_number"),
    ],
)
def test_a_wrong_adjustment_is_refused(database: Database, order: Order, draft: AdjustmentDraft, field: str) -> None:
    with pytest.raises(InvalidAdjustment) as refused:
        add(database, order, draft)

    assert [each.field for each in refused.value.violations] == [field]
    assert totals(database, order)[2] == Decimal("840.00")


def test_nothing_is_added_to_a_cancelled_document(database: Database, order: Order) -> None:
    take(database, make_update(order, "OC", ("7654321", 7)))

    with pytest.raises(DocumentOver):
        add(database, order, FREIGHT)


def test_an_adjustment_goes_for_a_reason_only_and_not_by_another_order(database: Database, order: Order) -> None:
    freight = add(database, order, FREIGHT)
    other = place(database, draft_order(make_counter(database, code="TD01", vendor_id="101"), (None, 1)))

    with pytest.raises(InvalidAdjustment):
        remove(database, order, freight.id, reason=" ")
    with pytest.raises(UnknownAdjustment):
        remove(database, other, freight.id)
    assert totals(database, order)[2] == Decimal("865.00")
