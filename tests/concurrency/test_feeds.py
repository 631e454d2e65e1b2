"""Feeds that meet orders and each other at the same moment: nothing is sold twice, nothing stands there twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from typing import TypeVar

import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import inventory
from partscounter.domain.inventory import FedItem, Item, Price
from partscounter.domain.inventory.feed import fed_row
from partscounter.domain.inventory.imports import store as imports_sql
from partscounter.domain.inventory.imports.retire import retire_items
from partscounter.domain.inventory.imports.spool import Missing
from partscounter.domain.inventory.intake import Entered, PlacedRow, digest_of, enter_rows
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of

T = TypeVar("T")
ROUNDS = 5
MANY = 50


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def at_once(*acts: Callable[[], object]) -> list[object]:
    with ThreadPoolExecutor(max_workers=len(acts)) as actors:
        return [future.result() for future in [actors.submit(act) for act in acts]]


def write(database: Database, verb: Callable[[WriteTx], T]) -> Callable[[], T]:
    return partial(database.write, TESTER, verb)


def missing_of(database: Database, counter: Counter) -> list[Missing]:
    """Every offered item, as a replacement that does not name it would have found it."""
    with database.read() as tx:
        offered = imports_sql.offered_items(tx, counter.store.id, "", 1000)
    return [Missing(id_, digest) for id_, _, digest in offered]


def item_of(database: Database, item_id: int) -> Item:
    with database.read() as tx:
        return inventory.get_item(tx, item_id)


def priced(number: int, price: int) -> FedItem:
    return FedItem(inventory_id=f"{number:03d}", price=Price(each=Decimal(price)))


def test_an_item_taken_off_offer_while_it_is_ordered_is_sold_at_most_once(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=1)
        missing = [each for each in missing_of(database, counter) if each.item == item_id]
        order = draft_order(counter, (item_id, 1), part_code=f"P{turn}")
        retire = write(database, partial(retire_items, missing=missing))

        outcomes = at_once(partial(place, database, order), retire, partial(place, database, order))

        assert outcomes[1] == 1
        on_hand, reserved = stock_of(database, item_id)
        assert (on_hand, item_of(database, item_id).listed) == (1, False)
        assert reserved in {0, 1}
        place(database, order)
        assert stock_of(database, item_id) == (1, reserved)


def test_an_item_that_another_feed_has_changed_stays_on_offer(database: Database, counter: Counter) -> None:
    for turn in range(1, ROUNDS):
        database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, [priced(1, 1000)]))
        missing = missing_of(database, counter)
        put = partial(inventory.put_items, store=counter.store, batch=[priced(1, turn)])

        at_once(write(database, put), write(database, partial(retire_items, missing=missing)))

        item = item_of(database, missing[0].item)
        assert (item.listed, item.price.each) == (True, Decimal(turn))


def test_a_feed_that_says_the_same_again_and_a_replacement_agree_in_the_end(
    database: Database, counter: Counter
) -> None:
    put = partial(inventory.put_items, store=counter.store, batch=[priced(number, 5) for number in range(MANY)])
    for _ in range(ROUNDS):
        database.write(TESTER, put)
        missing = missing_of(database, counter)
        assert len(missing) == MANY

        at_once(write(database, put), write(database, partial(retire_items, missing=missing)))

        assert len(missing_of(database, counter)) in {0, MANY}
        database.write(TESTER, put)
        assert len(missing_of(database, counter)) == MANY


def test_rows_of_two_feeds_enter_once_and_the_later_feed_counts(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        numbers = range(turn * MANY, (turn + 1) * MANY)
        rows = [fed_row(priced(number, 1)) for number in numbers]
        placed = [PlacedRow(counter.dealer.id, counter.store.id, digest_of(row), row) for row in rows]
        put = partial(
            inventory.put_items, store=counter.store, batch=[priced(number, 2) for number in reversed(numbers)]
        )

        entered, counts = at_once(write(database, partial(enter_rows, rows=placed)), write(database, put))

        assert isinstance(entered, Entered)
        assert isinstance(counts, inventory.FeedCounts)
        assert sorted([(entered.added, entered.changed), (counts.added, counts.changed)]) == [(0, MANY), (MANY, 0)]
        with database.read() as tx:
            found = [inventory.find_item(tx, counter.store.id, f"{number:03d}") for number in numbers]
            total = sum(len(items) for items in inventory.iterate_items(tx))
        assert total == (turn + 1) * MANY
        later = Decimal(1) if entered.changed else Decimal(2)
        assert {item.price.each for item in found if item is not None} == {later}


def test_orders_during_a_feed_keep_what_they_hold(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter, quantity=3)
    order = draft_order(counter, (item_id, 1))
    puts = [
        write(
            database,
            partial(inventory.put_items, store=counter.store, batch=[FedItem("1", quantity=3, tag_number=tag)]),
        )
        for tag in ("A", "B", "C")
    ]

    at_once(*puts, *[partial(place, database, order) for _ in range(5)])

    assert stock_of(database, item_id) == (3, 3)
