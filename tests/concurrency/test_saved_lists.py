"""Saved lists at the same moment: a form sent twice is one list, and a name is borne by one."""

from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain import saved_lists
from partscounter.domain.accounts import Role
from partscounter.domain.kept_carts import account_owner
from partscounter.domain.saved_lists import MOST_LISTS, ListNameTaken, SavedList, TooManyLists
from tests.make.accounts import make_account
from tests.make.at_once import at_once
from tests.make.counter import TESTER
from tests.make.shop import Shop, add, make_shop

AT_ONCE = 6


@pytest.fixture
def shop(database: Database) -> Shop:
    return make_shop(database)


@pytest.fixture
def account(database: Database, shop: Shop) -> int:
    account_id = make_account(database, Role.CUSTOMER, customer_id=shop.here.customer.id).id
    add(database, (shop.item, 3), owner=account_owner(account_id))
    return account_id


def keep(database: Database, account: int, name: str) -> SavedList:
    return database.write(TESTER, lambda tx: saved_lists.keep_cart(tx, account, name))


def rename(database: Database, account: int, list_id: int, name: str) -> SavedList:
    return database.write(TESTER, lambda tx: saved_lists.rename_list(tx, account, list_id, name))


def lists_of(database: Database, account: int) -> list[SavedList]:
    with database.read() as tx:
        return saved_lists.list_lists(tx, account)


def test_the_same_form_at_once_is_one_list(database: Database, account: int) -> None:
    done = at_once(*[partial(keep, database, account, "Service")] * AT_ONCE)

    assert done == lists_of(database, account) * AT_ONCE
    assert [each.lines for each in lists_of(database, account)] == [1]


def test_one_of_several_lists_gets_the_name(database: Database, account: int) -> None:
    kept = [keep(database, account, f"List {number}") for number in range(AT_ONCE)]

    done = at_once(*[partial(rename, database, account, each.id, "Winter") for each in kept])

    assert [type(each) for each in done].count(ListNameTaken) == AT_ONCE - 1
    assert [each.name for each in lists_of(database, account)].count("Winter") == 1


def test_the_last_place_is_taken_once(database: Database, account: int) -> None:
    for number in range(MOST_LISTS - 1):
        keep(database, account, f"List {number}")

    done = at_once(*[partial(keep, database, account, f"New {number}") for number in range(AT_ONCE)])

    assert [type(each) for each in done].count(TooManyLists) == AT_ONCE - 1
    assert len(lists_of(database, account)) == MOST_LISTS
