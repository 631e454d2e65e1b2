"""The worker forgets, once a day, what was kept for a time only."""

import threading
from datetime import timedelta

from partscounter.database import Database, WriteTx
from partscounter.domain import orders
from partscounter.kit.clock import FixedClock
from partscounter.settings import LimitSettings, Settings
from partscounter.worker.forget_daily import forget_daily, forget_old_keys
from tests.make.app import make_app
from tests.make.counter import TESTER
from tests.make.web import until


def use(database: Database, key: str, answer: str) -> str:
    """The answer to `key`, which is `answer` for a new one."""

    def verb(tx: WriteTx) -> str:
        return orders.once(tx, scope="s", key=key, body=b"", do=lambda: answer)

    return database.write(TESTER, verb)


def test_keys_are_kept_for_as_long_as_the_settings_say(sqlite_database: Database, clock: FixedClock) -> None:
    app = make_app(sqlite_database, clock, Settings(limits=LimitSettings(idempotency_key_days=3)))
    use(sqlite_database, "k", "first")

    clock.advance(timedelta(days=3))
    forget_old_keys(app, threading.Event())
    assert use(sqlite_database, "k", "second") == "first"

    clock.advance(timedelta(seconds=1))
    forget_old_keys(app, threading.Event())
    assert use(sqlite_database, "k", "third") == "third"


def test_forgets_until_told_to_stop(database: Database, clock: FixedClock) -> None:
    app, stop = make_app(database, clock), threading.Event()
    use(database, "k", "first")
    clock.advance(timedelta(days=31))
    thread = threading.Thread(target=forget_daily, args=(app, stop))
    thread.start()
    try:
        until(lambda: use(database, "k", "second") == "second")
    finally:
        stop.set()
        thread.join()
