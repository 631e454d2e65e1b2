"""What was cancelled is not owed: to the cent, whatever is shipped, returned and cancelled of a line."""

from dataclasses import replace
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import sales
from partscounter.domain.orders import LinePrice, Order, Terms
from partscounter.domain.sales import AdjustmentDraft, CancelledAmounts
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask, authorise, credit, receive
from tests.make.sales import order_now

PRICE = LinePrice(
    each=Decimal("9.99"),
    list=Decimal("9.99"),
    tax_rate=Decimal("19.00"),
    core=Decimal("5.00"),
    shipping=Decimal("7.00"),
)


@pytest.fixture
def order(database: Database) -> Order:
    """Seven units at 9.99 with a core and 13.29 tax, and another line; 3.00 for shipping it all, 1.00 off."""
    draft = draft_order(make_counter(database), (None, 7))
    filters = replace(draft.lines[0], price=PRICE)
    seal = replace(draft.lines[0], code="SEAL", part_code="SEAL", quantity=1)
    terms = Terms(shipping=Decimal(3), discount=Decimal(1))
    return place(database, replace(draft, lines=(filters, seal), terms=terms))


def cancel(database: Database, order: Order, units: int) -> Order:
    take(database, make_update(order, "OC", ("7654321", units)))
    return order_now(database, order)


def sums(database: Database, order: Order) -> tuple[str, str, str]:
    """Subtotal, tax and total of the document."""
    with database.read() as tx:
        known = sales.load_adjustments(tx, [order.id])[order.id]
    now = order_now(database, order)
    return str(sales.subtotal_of(now, known)), str(sales.tax_of(now, known)), str(sales.total_of(now, known))


def test_nothing_falls_away_while_nothing_is_cancelled(database: Database, order: Order) -> None:
    assert sales.cancelled_of(order) == CancelledAmounts()
    assert sums(database, order) == ("204.93", "33.29", "247.22")


def test_some_units_are_not_owed(database: Database, order: Order) -> None:
    cancelled = cancel(database, order, 2)

    assert sales.cancelled_of_line(cancelled.lines[0]) == CancelledAmounts(
        net=Decimal("19.98"), cores=Decimal("10.00"), shipping=Decimal("0.00"), tax=Decimal("3.80")
    )
    assert sums(database, order) == ("174.95", "29.49", "213.44")
    assert (cancelled.subtotal, cancelled.total) == (order.subtotal, order.total)


def test_a_whole_line_falls_away_with_its_shipping(database: Database, order: Order) -> None:
    cancelled = cancel(database, order, 7)

    assert sales.cancelled_of(cancelled) == CancelledAmounts(
        net=Decimal("69.93"), cores=Decimal("35.00"), shipping=Decimal("7.00"), tax=Decimal("13.29")
    )
    assert sums(database, order) == ("100.00", "20.00", "122.00")


def test_of_a_void_document_only_what_was_added_by_hand_is_left(database: Database, order: Order) -> None:
    fee = AdjustmentDraft(
        name="Fee", amount=Decimal(12), reason="ordered at the factory", line_number=2, is_taxable=True
    )
    database.write(TESTER, lambda tx: sales.add_adjustment(tx, order.id, fee))
    cancel(database, order, 7)
    take(database, make_update(order, "OC", ("SEAL", 1)))

    assert order_now(database, order).is_void
    assert sums(database, order) == ("0.00", "2.40", "14.40")


def test_nothing_of_a_line_is_left_once_the_rest_came_back(database: Database, order: Order) -> None:
    cancel(database, order, 2)
    take(database, make_update(order, "FS", ("7654321", 5)))
    before = sums(database, order)
    credit(database, receive(database, authorise(database, ask(database, order, 5)), scrap=5))

    after = sums(database, order)

    assert before == ("174.95", "29.49", "213.44")
    # The core charges of what was shipped, the other line, and all shipping less the discount.
    assert after[1:] == ("20.00", str(Decimal("25.00") + 100 + 20 + 7 + 3 - 1))
