"""Carts at the same moment: ordered once, and nothing that was put in is lost."""

import pytest

from partscounter.database import Database
from partscounter.domain import kept_carts, orders
from partscounter.domain.kept_carts import LinesRefused, account_owner, visitor_owner
from partscounter.domain.orders import SoldCart
from partscounter.kit.refusal import Refusal
from tests.make.at_once import at_once
from tests.make.counter import TESTER, stock_of
from tests.make.shop import OWNER, Shop, add, cart_of, check_out, held, make_shop, said

AT_ONCE = 6


@pytest.fixture
def shop(database: Database) -> Shop:
    return make_shop(database)


def count_orders(database: Database) -> int:
    with database.read() as tx:
        return orders.count_orders(tx)


def test_a_cart_is_ordered_once(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1), (shop.item_there, 1))
    checkout = said(cart_of(database))

    done = at_once(*[lambda: check_out(database, checkout)] * AT_ONCE)

    assert sorted(type(each).__name__ for each in done) == [*["EmptyCart"] * (AT_ONCE - 1), "SoldCart"]
    assert (count_orders(database), stock_of(database, shop.item)) == (2, (10, 1))


def test_the_last_units_are_in_one_of_several_carts(database: Database, shop: Shop) -> None:
    owners = [visitor_owner(str(number)) for number in range(AT_ONCE)]
    for number, owner in enumerate(owners):
        wanted = [(shop.item, 4), (shop.item_there, 4)]
        add(database, *(wanted if number % 2 else wanted[::-1]), owner=owner)
    checkouts = {owner: said(cart_of(database, owner)) for owner in owners}

    def order(owner: str) -> SoldCart | Refusal:
        return check_out(database, checkouts[owner], owner)

    done = at_once(*[lambda owner=owner: order(owner) for owner in owners])

    refused = [each for each in done if isinstance(each, LinesRefused)]
    assert (len(refused), count_orders(database)) == (AT_ONCE - 2, 4)
    assert (stock_of(database, shop.item), stock_of(database, shop.item_there)) == ((10, 8), (10, 8))
    assert sorted(len(held(database, owner)) for owner in owners) == [0, 0, *[2] * (AT_ONCE - 2)]


def test_nothing_that_is_put_in_at_once_is_lost(database: Database, shop: Shop) -> None:
    at_once(*[lambda: add(database, (shop.item, 1), (shop.item_there, 2))] * AT_ONCE)

    assert sorted(held(database)) == [(shop.item, AT_ONCE, ""), (shop.item_there, 2 * AT_ONCE, "")]


def test_a_cart_is_taken_along_once(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1))
    account = account_owner(7)

    def take_along() -> None:
        database.write(TESTER, lambda tx: kept_carts.merge_carts(tx, OWNER, account))

    at_once(*[take_along] * AT_ONCE)

    assert (held(database), held(database, account)) == ([], [(shop.item, 1, "")])
