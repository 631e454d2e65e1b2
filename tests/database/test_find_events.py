"""Looking through the event log backwards, on both engines."""

from datetime import timedelta

from partscounter.database import Database
from partscounter.database.find_events import EventSearch, position_at, search_events
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR
from tests.make.events import Happened


def happen(database: Database, subject: str) -> int:
    return database.write(OPERATOR, lambda tx: tx.emit(Happened(subject, {})))


def test_a_search_that_finds_nothing_near_says_where_to_go_on(database: Database) -> None:
    first, *_, last = [happen(database, f"s:{number}") for number in range(5)]

    with database.read() as tx:
        near = search_events(tx, EventSearch(actor="nobody"), window=3)
        everything = search_events(tx, EventSearch(), limit=2, window=3)
        by_subject = search_events(tx, EventSearch(subject="s:0"), window=3)
        end = search_events(tx, EventSearch(actor="operator"), before=first + 1, window=3)

    assert (near.events, near.older) == ([], last + 1 - 3)
    assert ([event.id for event in everything.events], everything.older) == ([last, last - 1], last - 1)
    assert ([event.id for event in by_subject.events], by_subject.older) == ([first], None)
    assert [event.id for event in end.events] == [first]


def test_an_empty_log_has_no_end_to_look_for(database: Database, clock: FixedClock) -> None:
    with database.read() as tx:
        assert search_events(tx, EventSearch()).events == []
        assert position_at(tx, clock.now()) == 1


def test_a_moment_has_its_place_in_the_log(database: Database, clock: FixedClock) -> None:
    begin, numbers = clock.now(), []
    for number in range(7):
        numbers.append(happen(database, f"s:{number}"))
        clock.advance(timedelta(hours=1))

    with database.read() as tx:
        places = [position_at(tx, begin + timedelta(hours=hours, minutes=1)) for hours in range(-1, 7)]

    assert [sum(number < place for number in numbers) for place in places] == [0, 1, 2, 3, 4, 5, 6, 7]
