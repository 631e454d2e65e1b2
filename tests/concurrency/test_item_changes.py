"""Changes of one item that meet each other, or an order, at the same moment: nothing is lost, nothing sold twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.inventory import FedItem, Price
from partscounter.domain.inventory.changes import (
    Done,
    Edit,
    Effect,
    Expected,
    ItemChange,
    ItemChanged,
    ItemName,
    Put,
    Retire,
    apply_changes,
    version_of,
)
from partscounter.kit.refusal import Refusal
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of

ROUNDS = 6
NAME = ItemName("100", "1", "1")


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def change(database: Database, *changes: ItemChange) -> list[Done | Refusal]:
    return database.write(TESTER, lambda tx: apply_changes(tx, changes, lambda _: True))


def at_once(*acts: Callable[[], object]) -> list[object]:
    with ThreadPoolExecutor(max_workers=len(acts)) as actors:
        return [future.result() for future in [actors.submit(act) for act in acts]]


def priced(price: int) -> FedItem:
    return FedItem(inventory_id="1", price=Price(each=Decimal(price)))


def test_of_many_who_saw_the_same_state_one_writes(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    with database.read() as tx:
        seen = Expected(versions=frozenset({version_of(inventory.get_item(tx, item_id))}))
    edits = [Edit(NAME, priced(n), frozenset({"price"}), seen) for n in range(1, 9)]

    outcomes = at_once(*[lambda edit=edit: change(database, edit)[0] for edit in edits])  # type: ignore[misc]  # a default makes each its own

    written = [place for place, outcome in enumerate(outcomes, 1) if isinstance(outcome, Done)]
    assert len(written) == 1
    assert sum(isinstance(outcome, ItemChanged) for outcome in outcomes) == 7
    with database.read() as tx:
        assert inventory.get_item(tx, item_id).price.each == Decimal(written[0])


def test_edits_of_different_fields_are_both_kept(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    tagged = replace(priced(1), tag_number="NEW")

    at_once(
        lambda: change(database, Edit(NAME, priced(77), frozenset({"price"}))),
        lambda: change(database, Edit(NAME, tagged, frozenset({"tag_number"}))),
    )

    with database.read() as tx:
        item = inventory.get_item(tx, item_id)
    assert (item.price.each, item.tag_number) == (Decimal(77), "NEW")


def test_a_price_that_meets_orders_for_the_last_unit_sells_it_once(database: Database, counter: Counter) -> None:
    for turn in range(1, ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=1)
        name = ItemName("100", "1", str(turn))
        fed = FedItem(inventory_id=str(turn), price=Price(each=Decimal(turn)), quantity=1)
        order = draft_order(counter, (item_id, 1), part_code=f"P{turn}")

        at_once(
            lambda order=order: place(database, order),  # type: ignore[misc]  # a default makes each its own
            lambda name=name, fed=fed: change(database, Edit(name, fed, frozenset({"price", "quantity"}))),  # type: ignore[misc]  # the same
            lambda order=order: place(database, order),  # type: ignore[misc]  # the same
        )

        assert stock_of(database, item_id) == (1, 1)
        with database.read() as tx:
            assert inventory.get_item(tx, item_id).price.each == Decimal(turn)


def test_a_lower_quantity_that_meets_an_order_never_oversells(database: Database, counter: Counter) -> None:
    for turn in range(1, ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=1)
        name, none_left = ItemName("100", "1", str(turn)), FedItem(inventory_id=str(turn), quantity=0)
        order = draft_order(counter, (item_id, 1), part_code=f"P{turn}")

        at_once(
            lambda order=order: place(database, order),  # type: ignore[misc]  # a default makes each its own
            lambda name=name, fed=none_left: change(database, Edit(name, fed, frozenset({"quantity"}))),  # type: ignore[misc]  # the same
        )

        on_hand, reserved = stock_of(database, item_id)
        assert on_hand == 0
        assert reserved in {0, 1}
        with database.read() as tx:
            assert inventory.get_item(tx, item_id).available == 0


def test_a_retired_item_keeps_what_an_order_held_first_and_sells_no_more(database: Database, counter: Counter) -> None:
    for turn in range(1, ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=3)
        order = draft_order(counter, (item_id, 1), part_code=f"P{turn}")
        name = ItemName("100", "1", str(turn))

        at_once(
            lambda order=order: place(database, order),  # type: ignore[misc]  # a default makes each its own
            lambda name=name: change(database, Retire(name)),  # type: ignore[misc]  # the same
        )

        on_hand, reserved = stock_of(database, item_id)
        assert on_hand == 3
        assert reserved in {0, 1}
        place(database, order)
        assert stock_of(database, item_id) == (3, reserved)


@pytest.mark.usefixtures("counter")
def test_a_new_item_put_by_many_at_once_is_created_once(database: Database) -> None:
    for turn in range(ROUNDS):
        name = ItemName("100", "1", f"N{turn}")
        puts = [Put(name, replace(priced(n), inventory_id=f"N{turn}")) for n in range(1, 6)]

        outcomes = at_once(*[lambda put=put: change(database, put)[0] for put in puts])  # type: ignore[misc]  # a default makes each its own

        effects = [outcome.effect for outcome in outcomes if isinstance(outcome, Done)]
        assert sorted(effects, key=str) == [Effect.CHANGED] * 4 + [Effect.CREATED]


def test_streams_over_the_same_items_in_opposite_order_both_end(database: Database, counter: Counter) -> None:
    for n in range(20):
        stock_item(database, counter, inventory_id=str(n), part_code=f"P{n}")
    names = [ItemName("100", "1", str(n)) for n in range(20)]

    def stream(order: list[ItemName], price: int) -> list[Done | Refusal]:
        edits = [
            Edit(name, replace(priced(price), inventory_id=name.inventory_id), frozenset({"price"})) for name in order
        ]
        return change(database, *edits)

    results = at_once(*[lambda n=n: stream(names if n % 2 else names[::-1], n) for n in range(1, 7)])  # type: ignore[misc]  # a default makes each its own

    assert all(isinstance(each, Done) for result in results if isinstance(result, list) for each in result)
