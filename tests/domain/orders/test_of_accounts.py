"""Orders of an account: its own, those of its customer, and the page behind a link."""

from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.domain import inventory, orders, returns
from partscounter.domain.accounts import Account, Role
from partscounter.domain.orders import Order, OrdersWanted, Terms, UnknownOrderLink
from tests.make.accounts import make_account
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


@pytest.fixture
def account(database: Database, counter: Counter) -> Account:
    return make_account(database, Role.CUSTOMER, customer_id=counter.customer.id)


def strangers_order(database: Database, counter: Counter, uuid: str = "") -> Order:
    """An order without a customer."""
    return place(database, replace(draft_order(counter, (None, 1), uuid=uuid), customer_id=None))


def note(database: Database, order: Order, account: Account) -> None:
    database.write(TESTER, lambda tx: orders.note_buyer(tx, order, account.id))


def list_page(database: Database, wanted: OrdersWanted, page: int = 1) -> tuple[int, list[int]]:
    with database.read() as tx:
        total, found = orders.list_orders_of_buyer(tx, wanted, page=page, size=2)
    return total, [order.id for order in found]


def test_an_account_has_what_it_bought_and_what_its_customer_has(
    database: Database, counter: Counter, account: Account
) -> None:
    customers = place(database, draft_order(counter, (None, 1)))
    own, both = strangers_order(database, counter), place(database, draft_order(counter, (None, 2)))
    strangers_order(database, counter)
    for each in (own, both):
        note(database, each, account)

    whole = OrdersWanted(account.id, account.customer_id)

    assert list_page(database, whole) == (3, [both.id, own.id])
    assert list_page(database, whole, page=2) == (3, [customers.id])
    assert list_page(database, OrdersWanted(account.id)) == (2, [both.id, own.id])
    with database.read() as tx:
        assert orders.find_order_of_buyer(tx, OrdersWanted(account.id), customers.id) is None
        assert orders.find_order_of_buyer(tx, whole, customers.id) == customers


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("po-47", True), ("OIL F", True), ("s7654", True), ("6385", True), ("%", False), ("_", False), ("x", False)],
)
def test_orders_are_found_by_a_part_of_what_they_say(
    database: Database, counter: Counter, account: Account, text: str, is_found: bool
) -> None:
    placed = place(database, replace(draft_order(counter, (None, 1)), terms=Terms(reference="PO-4711")))

    found = list_page(database, OrdersWanted(account.id, counter.customer.id, text))

    assert found == ((1, [placed.id]) if is_found else (0, []))


def test_an_order_that_was_submitted_again_stays_the_accounts(
    database: Database, counter: Counter, account: Account
) -> None:
    first = strangers_order(database, counter, uuid="A" * 36)
    note(database, first, account)
    other = make_counter(database, code="TD01", vendor_id="101")
    strangers_order(database, other, uuid="A" * 36)

    second = strangers_order(database, counter, uuid="A" * 36)

    assert list_page(database, OrdersWanted(account.id)) == (1, [second.id])
    with database.read() as tx:
        found = orders.find_order_of_buyer(tx, OrdersWanted(account.id), first.id)
    assert found is not None
    assert found.id == second.id


def test_a_link_shows_the_last_submission_of_its_order_only(database: Database, counter: Counter) -> None:
    first = strangers_order(database, counter, uuid="A" * 36)
    strangers_order(database, counter)
    link = database.write(TESTER, lambda tx: orders.sign_order_link(tx, first))

    second = strangers_order(database, counter, uuid="A" * 36)

    with database.read() as tx:
        assert [order.id for order in orders.list_linked_orders(tx, link)] == [second.id]
        with pytest.raises(UnknownOrderLink):
            orders.list_linked_orders(tx, link.replace(f"order.{first.id}", f"order.{second.id}"))


def test_numbers_find_what_stores_have_to_sell(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter, part_code="1R-1808")
    stock_item(database, counter, inventory_id="2", part_code="3E-9900", quantity=0)

    with database.read() as tx:
        found = inventory.find_numbers(tx, [counter.store.id], ["1r1808", "S1R1808", "3E9900", "-"])
        nowhere = inventory.find_numbers(tx, [], ["1r1808"])

    assert {number: [each.id for each in items] for number, items in found.items()} == {
        "1r1808": [item],
        "S1R1808": [item],
        "3E9900": [],
        "-": [],
    }
    assert nowhere == {"1r1808": []}


def test_returns_of_several_orders_are_read_at_once(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter)
    placed = [place(database, draft_order(counter, (item, 2))) for _ in range(3)]
    for order in placed:
        take(database, make_update(order, "FS", ("7654321", 2)))
    first, second, _ = (ask(database, order, 1) for order in placed)

    with database.read() as tx:
        found = returns.list_returns_of_orders(tx, [placed[0].id, placed[1].id])
        assert returns.list_returns_of_orders(tx, []) == []

    assert [each.id for each in found] == [second.id, first.id]
