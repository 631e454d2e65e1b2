"""The follower of wants: what was on offer before is no arrival, and a thousand wants are not read for one item."""

import threading
from datetime import timedelta
from pathlib import Path

from partscounter.database import Database
from partscounter.domain.leads.wants import Wanted
from partscounter.kit.clock import FixedClock
from partscounter.worker.follow_wants import WantFollower, follow_wants
from tests.make.access import emitted
from tests.make.app import index_everything, make_app, make_searching_app
from tests.make.counter import draft_order, make_counter, place
from tests.make.wants import A_DRUM, bring, compare, wait_for
from tests.make.web import until


def matched(database: Database) -> list[object]:
    """The items of each event by which somebody is told."""
    return [data["items"] for kind, _, data in emitted(database) if kind == "want.matched"]


def test_what_was_on_offer_before_is_no_arrival_until_it_comes_back(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    counter = make_counter(database)
    (item,) = bring(database, counter, "1")
    app = make_searching_app(database, clock, tmp_path)
    clock.at += timedelta(minutes=1)
    wait_for(database)
    compare(app)

    clock.at += timedelta(minutes=1)
    bring(database, counter, "1", about=A_DRUM, quantity=2)
    compare(app)
    assert matched(database) == []

    place(database, draft_order(counter, (item, 2)))
    index_everything(app)
    compare(app)
    bring(database, counter, "1", quantity=3)
    compare(app)
    assert matched(database) == [[item]]


def test_follows_until_told_to_stop(database: Database, clock: FixedClock) -> None:
    counter, app, stop = make_counter(database), make_app(database, clock), threading.Event()
    wait_for(database)
    follower = threading.Thread(target=follow_wants, args=(app, stop))
    follower.start()
    try:
        (item,) = bring(database, counter, "1")
        until(lambda: bool(matched(database)))
    finally:
        stop.set()
        follower.join()

    assert matched(database) == [[item]]


def test_does_nothing_while_nobody_waits(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    bring(database, counter, "1")

    assert not WantFollower(make_app(database, clock)).step()


def test_many_wants_of_other_things_stay_untouched(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    for number in range(200):
        wait_for(sqlite_database, Wanted(makes=frozenset({"volvo"}), models=frozenset({f"m{number}"})))
    wait_for(sqlite_database)

    (item,) = bring(sqlite_database, counter, "1")
    compare(make_app(sqlite_database, clock))

    assert matched(sqlite_database) == [[item]]
