"""Both sides agree to a document or reject it; until the customer has agreed it neither ships nor is exported."""

from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import approvals, export, fulfilment, orders
from partscounter.domain.approvals import Approval, ApproverKnown, InvalidApprover, Side, UnknownApprover
from partscounter.domain.fulfilment import AwaitsApproval
from partscounter.domain.orders import Order, Quantities
from partscounter.domain.sales import AlreadyDecided, NothingToDecide
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.sales import add_approver, decide, decisions_of, kinds_of, order_now

SEVEN = 7  # units at 100.00 and 20 % tax cost 840.00


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


@pytest.fixture
def item(database: Database, counter: Counter) -> int:
    return stock_item(database, counter)


def waiting(database: Database, counter: Counter) -> list[int]:
    with database.read() as tx:
        return [order.id for order in export.list_waiting(tx, counter.dealer.id, after=0)]


def place_asked(database: Database, counter: Counter, item: int) -> Order:
    add_approver(database, counter)
    return place(database, draft_order(counter, (item, SEVEN)))


def assert_books_agree(database: Database) -> None:
    with database.read() as tx:
        assert list(fulfilment.find_differences(tx)) == []
        assert orders.find_stock_differences(tx) == []


@pytest.mark.parametrize(
    ("at_least", "at_most", "status", "asked"),
    [
        ("840.01", None, Approval.APPROVED, 0),
        ("840.00", None, Approval.PENDING, 1),
        ("0", "840.00", Approval.PENDING, 1),
        ("0", "839.99", Approval.PENDING, 0),
    ],
)
def test_consent_is_wanted_within_a_range_and_beyond_every_limit(
    database: Database, counter: Counter, item: int, *, at_least: str, at_most: str | None, status: Approval, asked: int
) -> None:
    add_approver(database, counter, at_least=at_least, at_most=at_most)

    order = place(database, draft_order(counter, (item, SEVEN)))

    assert (order.vendor_status, order.customer_status) == (Approval.APPROVED, status)
    assert order_now(database, order) == order
    assert kinds_of(database, order).count("sale.approval_wanted") == asked


def test_nothing_waits_where_nobody_has_to_agree(database: Database, counter: Counter, item: int) -> None:
    order = place(database, draft_order(counter, (item, SEVEN)))

    assert order.customer_status is Approval.APPROVED
    assert kinds_of(database, order) == ["order.placed"]
    assert waiting(database, counter) == [order.id]


def test_what_waits_is_held_but_neither_ships_nor_is_exported(database: Database, counter: Counter, item: int) -> None:
    order = place_asked(database, counter, item)

    for status in ("RP", "PA", "PS", "FS", "DL", "PU"):
        with pytest.raises(AwaitsApproval):
            take(database, make_update(order, status, ("7654321", SEVEN)))
    with database.read() as tx:
        assert fulfilment.list_updates(tx, order.id) == []
    assert order_now(database, order) == order
    assert stock_of(database, item) == (10, SEVEN)
    assert waiting(database, counter) == []
    received = database.write(TESTER, lambda tx: export.mark_received(tx, counter.dealer.id, [order.number]))
    assert (received.known, received.newly) == (frozenset(), 0)
    assert order_now(database, order).received_at is None


def test_once_approved_it_is_exported_and_ships(database: Database, counter: Counter, item: int) -> None:
    order = place_asked(database, counter, item)

    approved = decide(database, order, Side.CUSTOMER, Approval.APPROVED)

    assert approved == order_now(database, order)
    assert approved.customer_status is Approval.APPROVED
    assert waiting(database, counter) == [order.id]
    take(database, make_update(order, "FS", ("7654321", SEVEN)))
    assert order_now(database, order).lines[0].quantities == Quantities(in_transit=SEVEN)


@pytest.mark.parametrize("side", list(Side))
def test_a_rejection_cancels_and_gives_the_stock_back(
    database: Database, counter: Counter, item: int, side: Side
) -> None:
    order = place_asked(database, counter, item)
    if side is Side.VENDOR:
        database.write(TESTER, lambda tx: orders.note_approval(tx, order, Side.VENDOR, Approval.PENDING))

    rejected = decide(database, order, side, Approval.REJECTED)

    assert rejected == order_now(database, order)
    assert rejected.is_void
    assert rejected.lines[0].quantities == Quantities(cancelled=SEVEN)
    assert stock_of(database, item) == (10, 0)
    assert waiting(database, counter) == []
    assert decisions_of(database, order) == [(side.value, "rejected")]
    assert_books_agree(database)


def test_a_cancellation_needs_nobodys_consent(database: Database, counter: Counter, item: int) -> None:
    order = place_asked(database, counter, item)

    take(database, make_update(order, "OC", ("7654321", SEVEN)))

    assert order_now(database, order).is_void
    with pytest.raises(NothingToDecide):
        decide(database, order, Side.CUSTOMER, Approval.APPROVED)
    assert decisions_of(database, order) == []


def test_a_decision_stands_and_saying_it_again_changes_nothing(database: Database, counter: Counter, item: int) -> None:
    order = place_asked(database, counter, item)
    decide(database, order, Side.CUSTOMER, Approval.APPROVED)

    decide(database, order, Side.CUSTOMER, Approval.APPROVED)
    with pytest.raises(AlreadyDecided):
        decide(database, order, Side.CUSTOMER, Approval.REJECTED)

    assert decisions_of(database, order) == [("customer", "approved")]
    assert stock_of(database, item) == (10, SEVEN)


def test_what_was_replaced_is_not_decided_any_more(database: Database, counter: Counter, item: int) -> None:
    add_approver(database, counter)
    first = place(database, draft_order(counter, (item, SEVEN), uuid="ONE"))
    second = place(database, draft_order(counter, (item, SEVEN), uuid="ONE"))

    with pytest.raises(NothingToDecide):
        decide(database, first, Side.CUSTOMER, Approval.APPROVED)

    assert second.customer_status is Approval.PENDING
    decide(database, second, Side.CUSTOMER, Approval.APPROVED)
    assert waiting(database, counter) == [second.id]


def test_an_approver_is_named_once_and_may_be_forgotten(database: Database, counter: Counter) -> None:
    first = add_approver(database, counter, "Boss@Customer.example")

    assert (first.email, first.at_least, first.at_most) == ("boss@customer.example", Decimal(500), Decimal(5000))
    with pytest.raises(ApproverKnown):
        add_approver(database, counter, "boss@customer.example")
    with database.read() as tx:
        assert approvals.list_approvers(tx, counter.customer.id) == [first]
    database.write(TESTER, lambda tx: approvals.remove_approver(tx, counter.customer.id, first.email))
    with pytest.raises(UnknownApprover):
        database.write(TESTER, lambda tx: approvals.remove_approver(tx, counter.customer.id, first.email))


def test_a_wrong_approver_is_refused_with_every_reason(database: Database, counter: Counter) -> None:
    with pytest.raises(InvalidApprover) as refused:
        add_approver(database, counter, "nobody", at_least="-1", at_most="-2")

    assert [each.field for each in refused.value.violations] == ["email", "at_least", "at_most"]
    with database.read() as tx:
        assert approvals.list_approvers(tx, counter.customer.id) == []
