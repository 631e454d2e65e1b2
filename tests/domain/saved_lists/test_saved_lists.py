"""Saved lists: kept from the cart, put back into it, renamed, removed, and nobody else's."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import kept_carts, saved_lists
from partscounter.domain.accounts import Role
from partscounter.domain.kept_carts import MOST_LINES, InvalidCartLine, WantedItem, account_owner
from partscounter.domain.saved_lists import (
    LONGEST_NAME,
    MOST_LISTS,
    InvalidList,
    ListNameTaken,
    SavedList,
    TooManyLists,
    UnknownList,
)
from partscounter.kit.clock import FixedClock
from tests.make.accounts import make_account
from tests.make.counter import TESTER
from tests.make.shop import Shop, add, held, make_shop


@pytest.fixture
def shop(database: Database) -> Shop:
    return make_shop(database)


@pytest.fixture
def account(database: Database, shop: Shop) -> int:
    """With three of one item and one of another, for a machine, in the cart."""
    account_id = make_account(database, Role.CUSTOMER, customer_id=shop.here.customer.id).id
    add(database, (shop.item, 3), owner=account_owner(account_id))
    add(database, (shop.item_there, 1), serial_number="F2600123", owner=account_owner(account_id))
    return account_id


def keep(database: Database, account: int, name: str = "Service 500 h") -> SavedList:
    return database.write(TESTER, lambda tx: saved_lists.keep_cart(tx, account, name))


def empty(database: Database, owner: str) -> None:
    def take_out(tx: WriteTx) -> None:
        kept_carts.change_quantities(tx, owner, {line.id: 0 for line in kept_carts.list_lines(tx, owner)})

    database.write(TESTER, take_out)


def names(database: Database, account: int) -> list[str]:
    with database.read() as tx:
        return [each.name for each in saved_lists.list_lists(tx, account)]


def line_ids(database: Database, account: int, list_id: int) -> list[int]:
    with database.read() as tx:
        return [line.id for line in saved_lists.lines_of_list(tx, account, list_id)]


def test_a_list_has_what_was_in_the_cart_which_stays(database: Database, shop: Shop, account: int) -> None:
    kept = keep(database, account, "  Service   500 h ")

    with database.read() as tx:
        lines = saved_lists.lines_of_list(tx, account, kept.id)
    told = [(line.item_id, line.quantity, line.serial_number) for line in lines]
    assert (kept.name, kept.lines) == ("Service 500 h", 2)
    assert told == [(shop.item, 3, ""), (shop.item_there, 1, "F2600123")] == held(database, account_owner(account))


def test_the_same_again_is_the_same_list(database: Database, account: int) -> None:
    first = keep(database, account)

    assert keep(database, account, "SERVICE 500 H") == first
    assert names(database, account) == ["Service 500 h"]


def test_another_list_needs_another_name(database: Database, shop: Shop, account: int) -> None:
    kept = keep(database, account)
    add(database, (shop.item, 1), owner=account_owner(account))

    with pytest.raises(ListNameTaken):
        keep(database, account, "service 500 H")

    assert names(database, account) == ["Service 500 h"]
    with database.read() as tx:
        assert saved_lists.lines_of_list(tx, account, kept.id)[0].quantity == 3


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "a\x00b"])
def test_a_name_that_is_none_is_refused(database: Database, account: int, name: str) -> None:
    kept = keep(database, account)

    with pytest.raises(InvalidList):
        keep(database, account, name)
    with pytest.raises(InvalidList):
        database.write(TESTER, lambda tx: saved_lists.rename_list(tx, account, kept.id, name))

    assert names(database, account) == ["Service 500 h"]


def test_an_empty_cart_makes_no_list(database: Database, shop: Shop) -> None:
    account = make_account(database, Role.CUSTOMER, customer_id=shop.here.customer.id).id

    with pytest.raises(InvalidList):
        keep(database, account)

    assert names(database, account) == []


def test_there_is_a_last_list(database: Database, account: int) -> None:
    for number in range(MOST_LISTS):
        keep(database, account, f"List {number}")

    with pytest.raises(TooManyLists):
        keep(database, account, "One more")

    assert len(names(database, account)) == MOST_LISTS
    assert keep(database, account, "List 7").name == "List 7"


def test_chosen_lines_go_into_the_cart_and_the_list_is_used(
    database: Database, clock: FixedClock, shop: Shop, account: int
) -> None:
    kept = keep(database, account)
    first, _ = line_ids(database, account, kept.id)
    clock.advance(timedelta(hours=1))

    count = database.write(TESTER, lambda tx: saved_lists.put_into_cart(tx, account, kept.id, {first, 999}))

    with database.read() as tx:
        used = saved_lists.get_list(tx, account, kept.id).used_at
    assert (count, (used - kept.used_at).total_seconds()) == (1, 3600)
    assert held(database, account_owner(account)) == [(shop.item, 6, ""), (shop.item_there, 1, "F2600123")]


def test_a_full_cart_takes_nothing(database: Database, shop: Shop, account: int) -> None:
    owner = account_owner(account)
    kept = keep(database, account)
    lines = line_ids(database, account, kept.id)
    empty(database, owner)
    machines = [WantedItem(shop.item, 1, f"S{number}") for number in range(MOST_LINES - 1)]
    database.write(TESTER, lambda tx: kept_carts.add_lines(tx, owner, machines))

    with pytest.raises(InvalidCartLine):
        database.write(TESTER, lambda tx: saved_lists.put_into_cart(tx, account, kept.id, lines))

    assert len(held(database, owner)) == MOST_LINES - 1
    with database.read() as tx:
        assert saved_lists.get_list(tx, account, kept.id) == kept


def test_another_name(database: Database, account: int) -> None:
    kept = keep(database, account)
    keep(database, account, "Winter")

    assert database.write(TESTER, lambda tx: saved_lists.rename_list(tx, account, kept.id, "SERVICE")).name == "SERVICE"
    assert database.write(TESTER, lambda tx: saved_lists.rename_list(tx, account, kept.id, "Service")).name == "Service"
    with pytest.raises(ListNameTaken):
        database.write(TESTER, lambda tx: saved_lists.rename_list(tx, account, kept.id, "winter"))
    assert names(database, account) == ["Service", "Winter"]


VERBS: dict[str, Callable[..., object]] = {
    "get": saved_lists.get_list,
    "lines": saved_lists.lines_of_list,
    "put": partial(saved_lists.put_into_cart, line_ids={1, 2}),
    "rename": partial(saved_lists.rename_list, name="Mine"),
    "remove": saved_lists.remove_list,
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())
def test_a_list_of_somebody_else_is_not_there(
    database: Database, shop: Shop, account: int, verb: Callable[..., object]
) -> None:
    kept = keep(database, account)
    other = make_account(database, Role.CUSTOMER, "other@parts.example", customer_id=shop.there.customer.id).id

    for list_id in (kept.id, 999):
        with pytest.raises(UnknownList):
            database.write(TESTER, partial(verb, account_id=other, list_id=list_id))

    assert names(database, account) == ["Service 500 h"]
    assert held(database, account_owner(other)) == []
