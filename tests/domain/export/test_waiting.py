"""Waiting orders come in batches that fit into memory, however many lines an order has."""

from partscounter.database import Database
from partscounter.domain import export
from partscounter.kit.clock import FixedClock
from tests.make.order_export import fill, open_door


def test_a_batch_ends_at_two_hundred_orders(database: Database, clock: FixedClock) -> None:
    door = open_door(database, clock)
    fill(door, 220)

    with database.read() as tx:
        first = export.list_waiting(tx, door.counter.dealer.id, after=0)
        second = export.list_waiting(tx, door.counter.dealer.id, after=first[-1].id)
        last = export.list_waiting(tx, door.counter.dealer.id, after=second[-1].id)

    assert [len(batch) for batch in (first, second, last)] == [200, 21, 0]
    assert [order.number for order in first + second] == [f"N-{n}" for n in range(221)]


def test_a_batch_ends_before_a_thousand_lines_are_passed(sqlite_database: Database, clock: FixedClock) -> None:
    door = open_door(sqlite_database, clock)
    fill(door, 4, lines=400)

    with sqlite_database.read() as tx:
        first = export.list_waiting(tx, door.counter.dealer.id, after=0)
        second = export.list_waiting(tx, door.counter.dealer.id, after=first[-1].id)

    assert [[len(order.lines) for order in batch] for batch in (first, second)] == [[1, 400, 400], [400, 400]]


def test_an_order_with_more_lines_comes_alone(sqlite_database: Database, clock: FixedClock) -> None:
    door = open_door(sqlite_database, clock)
    fill(door, 2, lines=1001)

    with sqlite_database.read() as tx:
        first = export.list_waiting(tx, door.counter.dealer.id, after=0)
        second = export.list_waiting(tx, door.counter.dealer.id, after=first[-1].id)

    assert [[len(order.lines) for order in batch] for batch in (first, second)] == [[1], [1001]]
