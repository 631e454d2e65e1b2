"""Names that only one may bear: of many who ask for one at the same moment, one gets it and the others are told."""

from collections.abc import Callable
from functools import partial

import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import assets, dealers
from partscounter.domain.assets import CodeTaken
from partscounter.domain.dealers import NameTaken
from partscounter.kit.refusal import Refusal
from tests.make.at_once import at_once
from tests.make.counter import TESTER, make_counter

MANY = 6


def refusals(database: Database, verb: Callable[[WriteTx], object]) -> list[type]:
    """Of `MANY` at once, the kinds of those that were refused."""
    outcomes = at_once(*[partial(database.write, TESTER, verb)] * MANY)
    return [type(outcome) for outcome in outcomes if isinstance(outcome, Refusal)]


@pytest.mark.parametrize("name", ["dealer_code", "vendor_id", "org", "enterprise_id"])
def test_one_dealer_bears_a_name(database: Database, name: str) -> None:
    register = partial(dealers.register_dealer, name="New", **{name: "TD07"})  # type: ignore[arg-type]  # a name of four

    assert refusals(database, register) == [NameTaken] * (MANY - 1)
    with database.read() as tx:
        assert [dealer.name for dealer in dealers.list_dealers(tx)] == ["New"]


def test_one_store_bears_a_number(database: Database) -> None:
    dealer = make_counter(database).dealer
    register = partial(dealers.register_store, dealer=dealer, vendor_store="7")

    assert refusals(database, register) == [NameTaken] * (MANY - 1)
    with database.read() as tx:
        assert [store.vendor_store for store in dealers.list_stores_of_dealer(tx, dealer.id)] == ["1", "7"]


def test_one_machine_has_a_code(database: Database) -> None:
    associate = partial(assets.associate_asset, qr_code="0123456789ABCDE", serial_number="S1", originator="TD00")

    assert refusals(database, associate) == [CodeTaken] * (MANY - 1)
    with database.read() as tx:
        assert assets.get_asset(tx, "0123456789ABCDE").serial_number == "S1"
