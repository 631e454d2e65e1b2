"""Selling a cart: each line that can be sold is, once."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.domain import dealers, inventory, orders
from partscounter.domain.inventory import Line
from partscounter.domain.orders import CartLine, Channel, LineFault, ShoppingCart, SoldCart
from partscounter.domain.orders.store import hold_counters
from partscounter.domain.orders.tables import order_counters
from tests.make.access import emitted
from tests.make.counter import TESTER, Counter, make_counter, stock_item, stock_of


def sell(database: Database, *lines: CartLine, allowed: bool = True, **more: object) -> SoldCart:
    cart = ShoppingCart(lines=lines, **more)  # type: ignore[arg-type]  # keywords of any type
    return database.write(TESTER, lambda tx: orders.sell_cart(tx, cart, may_sell=lambda _: allowed))


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def test_sells_what_it_can_and_says_why_not_of_the_rest(database: Database, counter: Counter) -> None:
    some, one = stock_item(database, counter), stock_item(database, counter, inventory_id="2", quantity=1)

    sold = sell(
        database,
        CartLine("100", "1", "1", quantity=3),
        CartLine("999", "1", "1"),
        CartLine("100", "1", "nothing"),
        CartLine("100", "7", "1"),
        CartLine("100", "1"),
        CartLine("100", "1", "2", quantity=2),
    )

    assert sold.faults == {
        1: LineFault.FORBIDDEN_VENDOR,
        2: LineFault.NOT_FOUND,
        3: LineFault.NOT_FOUND,
        4: LineFault.NOT_FOUND,
        5: LineFault.NOT_AVAILABLE,
    }
    (order,) = sold.orders
    assert (order.channel, order.transaction_id) == (Channel.SALE, sold.transaction_id)
    assert [(line.item_id, line.quantity, line.price.each) for line in order.lines] == [(some, 3, Decimal("100.00"))]
    assert stock_of(database, some) == (10, 3)
    assert stock_of(database, one) == (1, 0)


def test_lines_of_one_item_add_up(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter, quantity=3)

    sold = sell(database, *(CartLine("100", "1", "1", quantity=quantity) for quantity in (2, 2, 1)))

    assert sold.faults == {1: LineFault.NOT_AVAILABLE}
    assert stock_of(database, item) == (3, 3)


def test_makes_one_order_for_each_store_under_one_transaction(database: Database, counter: Counter) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    for each in (counter, other):
        stock_item(database, each)

    sold = sell(database, CartLine("101", "1", "1"), CartLine("100", "1", "1"), userid="user-TD00")

    assert [order.store_id for order in sold.orders] == [counter.store.id, other.store.id]
    assert {order.transaction_id for order in sold.orders} == {sold.transaction_id}
    # The customer of one dealer is a stranger to the other.
    assert [order.customer_id for order in sold.orders] == [counter.customer.id, None]
    assert [order.number.partition("-")[0] for order in sold.orders] == ["6385", "PC"]
    assert [order.contact.email for order in sold.orders] == ["buyer@customer.example", ""]
    with database.read() as tx:
        cart = orders.find_cart(tx, sold.transaction_id or 0)
    assert cart is not None
    assert cart.bought_by == "user-TD00"


def test_takes_a_tag_number_or_an_item_id_alone_where_it_names_one_item(database: Database, counter: Counter) -> None:
    for inventory_id in ("1", "2"):
        stock_item(database, counter, inventory_id=inventory_id)

    sold = sell(database, CartLine("100", "1", tag_number="T1"), CartLine("100", inventory_id="2"))

    assert sold.faults == {}
    assert [line.item_id for line in sold.orders[0].lines] == [1, 2]


def test_refuses_to_guess_between_two_items(database: Database, counter: Counter) -> None:
    def second_store(tx: WriteTx) -> None:
        store = dealers.register_store(tx, counter.dealer, vendor_store="2")
        inventory.put_items(tx, store, [inventory.FedItem("1", tag_number="T1")])

    stock_item(database, counter)
    database.write(TESTER, second_store)

    sold = sell(
        database,
        CartLine("100", inventory_id="1"),
        CartLine("100", tag_number="T1"),
        CartLine("100", "2", tag_number="T1"),
    )

    assert sold.faults == {0: LineFault.NOT_UNIQUE, 1: LineFault.NOT_UNIQUE}
    assert len(sold.orders) == 1


def test_changes_nothing_when_no_line_can_be_sold(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter)
    before = emitted(database)

    refused = sell(database, CartLine("100", "1", "1"), allowed=False)
    elsewhere = sell(database, CartLine("100", "1", "1"), catalogue=Line.AUTOMOTIVE)

    assert (refused.transaction_id, refused.orders, refused.faults) == (None, (), {0: LineFault.FORBIDDEN_VENDOR})
    assert elsewhere.faults == {0: LineFault.NOT_FOUND}
    assert stock_of(database, item) == (10, 0)
    assert emitted(database) == before


def test_prices_come_from_the_cart_and_else_from_the_item(database: Database, counter: Counter) -> None:
    stock_item(database, counter)
    amounts = {"price": Decimal(80), "core": Decimal(20), "shipping": Decimal(15), "tax": Decimal(7)}
    given = CartLine("100", "1", "1", quantity=2, **amounts)  # type: ignore[arg-type]  # keywords of one type

    sold = sell(database, given, CartLine("100", "1", "1"))

    first, second = sold.orders[0].lines
    assert (first.extended_price, first.tax, first.price.core, first.price.shipping) == (160, 7, 20, 15)
    assert first.price.list == 100
    assert (second.extended_price, second.tax, second.price.core, second.price.shipping) == (100, 20, 0, 0)


def test_one_unit_wanted_by_many_carts_is_sold_once(database: Database, counter: Counter) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    wanted = stock_item(database, counter, quantity=1)
    plenty = stock_item(database, other, quantity=100)

    def buy(number: int) -> SoldCart:
        lines = [CartLine("100", "1", "1"), CartLine("101", "1", "1")]
        return sell(database, *(lines if number % 2 else reversed(lines)))

    with ThreadPoolExecutor(max_workers=12) as buyers:
        sold = list(buyers.map(buy, range(24)))

    assert sorted(len(each.faults) for each in sold) == [0] + [1] * 23
    assert {fault for each in sold for fault in each.faults.values()} == {LineFault.NOT_AVAILABLE}
    assert stock_of(database, wanted) == (1, 1)
    assert stock_of(database, plenty) == (100, 24)
    assert len({each.transaction_id for each in sold}) == 24


def test_a_dealer_without_orders_has_an_order_count_to_hold(database: Database, counter: Counter) -> None:
    """Without it, first carts would lock items before the count, and deadlock with those that come after."""
    database.write(TESTER, lambda tx: hold_counters(tx, [counter.dealer.id]))
    database.write(TESTER, lambda tx: hold_counters(tx, [counter.dealer.id]))

    with database.read() as tx:
        assert tx.connection.execute(sa.select(order_counters)).all() == [(counter.dealer.id, 0)]
    stock_item(database, counter)
    [order] = sell(database, CartLine("100", "1", "1")).orders
    assert order.number.endswith("-1")
