"""Resubmissions that replaced every part wait for somebody to look."""

import pytest

from partscounter.database import Database
from partscounter.domain.fulfilment import find_differences
from partscounter.domain.orders import Order, Quantities, reviews
from partscounter.domain.orders.reviews import NothingToReview, Verdict
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of
from tests.make.sales import kinds_of, order_now


def replaced(database: Database) -> tuple[int, Order, Order]:
    """The first item, and the two submissions."""
    counter = make_counter(database)
    old, new = stock_item(database, counter), stock_item(database, counter, inventory_id="2", part_code="1111111")
    first = place(database, draft_order(counter, (old, 2), uuid="U"))
    return old, first, place(database, draft_order(counter, (new, 1), part_code="1111111", uuid="U"))


def open_reviews(database: Database, dealers: frozenset[int] | None = None) -> list[tuple[int, int]]:
    with database.read() as tx:
        return [(each.order_id, each.replaces) for each in reviews.list_open_reviews(tx, dealers)]


def test_a_resubmission_with_other_parts_is_listed(database: Database) -> None:
    _, first, second = replaced(database)

    assert open_reviews(database) == [(second.id, first.id)]
    assert open_reviews(database, frozenset({second.dealer_id})) == [(second.id, first.id)]
    assert open_reviews(database, frozenset({second.dealer_id + 1})) == []


def test_a_resubmission_with_the_same_parts_is_not(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    place(database, draft_order(counter, (item, 2), uuid="U"))
    place(database, draft_order(counter, (item, 3), uuid="U"))

    assert open_reviews(database) == []


@pytest.mark.parametrize(
    ("verdict", "left", "reserved"),
    [(Verdict.BOTH_STAND, Quantities(reserved=2), 2), (Verdict.REPLACES, Quantities(cancelled=2), 0)],
)
def test_a_verdict_closes_it(database: Database, verdict: Verdict, left: Quantities, reserved: int) -> None:
    item, first, second = replaced(database)

    closed = database.write(TESTER, lambda tx: reviews.close_review(tx, second.id, verdict, note=" asked Bea "))

    assert (closed.verdict, closed.reviewed_by, closed.note) == (verdict.value, "tester", "asked Bea")
    assert open_reviews(database) == []
    assert order_now(database, first).lines[0].quantities == left
    assert stock_of(database, item) == (10, reserved)
    assert kinds_of(database, second)[-1] == "order.review_closed"
    with database.read() as tx:
        assert list(find_differences(tx)) == []


def test_a_second_verdict_is_refused(database: Database) -> None:
    item, first, second = replaced(database)
    database.write(TESTER, lambda tx: reviews.close_review(tx, second.id, Verdict.BOTH_STAND))

    for order_id in (first.id, second.id):
        with pytest.raises(NothingToReview):
            database.write(TESTER, lambda tx, id_=order_id: reviews.close_review(tx, id_, Verdict.REPLACES))

    assert stock_of(database, item) == (10, 2)
