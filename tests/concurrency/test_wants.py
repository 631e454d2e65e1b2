"""Wants under real concurrency: whoever brings an item, and whoever compares it, one mail goes out."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import sqlalchemy as sa

from partscounter.app import App
from partscounter.database import Database
from partscounter.database.tables import events
from partscounter.domain import inventory, notifications
from partscounter.domain.inventory import FedItem
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Wanted, WantMatched
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.access import emitted
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, make_counter
from tests.make.wants import A_DRUM, compare, mails_of_wants, wait_for

AT_ONCE = 4


def all_at_once(work: Sequence[Callable[[], object]]) -> None:
    together = threading.Barrier(len(work))

    def one(each: Callable[[], object]) -> None:
        together.wait(timeout=30)
        each()

    with ThreadPoolExecutor(len(work)) as pool:
        list(pool.map(one, work))


def feed(database: Database, counter: Counter, source: int) -> None:
    """The same drum, as each source describes it."""
    fed = FedItem(inventory_id="1", tag_number=f"T{source}", description=A_DRUM, quantity=source + 1)
    verb = partial(inventory.put_items, store=counter.store, batch=[fed])
    try:
        database.write(TESTER, verb)
    except Exception:  # noqa: BLE001 - of two that insert one row at once PostgreSQL lets one fail, who then feeds again
        database.write(TESTER, verb)


def work_off(app: App) -> None:
    worker = build_worker(app, render_push)
    while worker.run_due():
        pass


def test_an_item_that_comes_from_everywhere_at_once_is_told_once(database: Database, clock: FixedClock) -> None:
    counter, app = make_counter(database), make_app(database, clock)
    wait_for(database)
    feeds = [partial(feed, database, counter, source) for source in range(AT_ONCE)]

    all_at_once([*feeds, *[partial(compare, app)] * 2])
    compare(app)
    all_at_once([partial(work_off, app)] * 2)

    assert len(mails_of_wants(database, clock)) == 1


def test_two_who_compare_the_same_changes_note_them_once(database: Database, clock: FixedClock) -> None:
    counter, app = make_counter(database), make_app(database, clock)
    wait_for(database)
    for number in range(3):
        feed(database, counter, number)

    all_at_once([partial(compare, app)] * AT_ONCE)

    assert [kind for kind, _, _ in emitted(database)].count("want.matched") == 1


def test_two_mails_of_one_want_do_not_tell_of_an_item_twice(database: Database, clock: FixedClock) -> None:
    counter, app = make_counter(database), make_app(database, clock)
    want = wait_for(database)
    for number in ("1", "2"):
        fed = FedItem(inventory_id=number, description=A_DRUM)
        database.write(TESTER, lambda tx, fed=fed: inventory.put_items(tx, counter.store, [fed]))  # type: ignore[misc]
        compare(app)
    with database.read() as tx:
        query = sa.select(events.c.id).where(events.c.kind == WantMatched.kind)
        matched = list(tx.connection.execute(query).scalars())

    prepare = partial(notifications.prepare_want_mail, want_id=want.id, base_url="")
    all_at_once([partial(database.write, TESTER, partial(prepare, event_id=event)) for event in matched])

    with database.read() as tx:
        states = sorted(mail.state.value for mail in notifications.list_newest_mails(tx))
    assert (len(matched), states) == (2, ["queued", "skipped"])


def test_wants_that_begin_at_once_share_one_place_in_the_log(database: Database) -> None:
    make_counter(database)

    all_at_once([partial(wait_for, database)] * AT_ONCE)

    with database.read() as tx:
        assert wants.find_cursor(tx) is not None
        assert len(wants.list_waiting(tx)) == AT_ONCE


def test_a_want_that_several_end_at_once_ends_once(database: Database) -> None:
    customer = make_counter(database).customer
    wanted = Wanted(makes=frozenset({"volvo"}))
    want = database.write(TESTER, lambda tx: wants.save_search(tx, customer, wanted, "A Volvo"))

    all_at_once([partial(database.write, TESTER, lambda tx: wants.end_want_of(tx, customer.id, want.id))] * AT_ONCE)

    assert [kind for kind, _, _ in emitted(database)].count("want.ended") == 1
