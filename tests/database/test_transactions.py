"""Both engines keep the promises of `read` and `write`."""

from collections.abc import Callable
from datetime import datetime
from queue import SimpleQueue

import pytest
import sqlalchemy as sa

from partscounter.database import Database, ReadTx, WriteTx
from partscounter.database.engine import UnknownDatabase, open_database
from partscounter.database.metadata import Moment
from partscounter.database.tables import events
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Conflict
from tests.make.events import Happened, make_actor

CLERK = make_actor()


def emit(tx: WriteTx) -> int:
    return tx.emit(Happened())


def emit_then_refuse(tx: WriteTx) -> None:
    tx.emit(Happened())
    raise Conflict("not now")


def count_events(tx: ReadTx) -> int | None:
    return tx.connection.scalar(sa.select(sa.func.count()).select_from(events))


def test_write_returns_the_verbs_value_and_keeps_its_changes(database: Database) -> None:
    assert database.write(CLERK, lambda tx: (emit(tx), tx.actor)) == (1, CLERK)

    with database.read() as tx:
        assert count_events(tx) == 1


def test_a_refusal_reaches_the_caller_and_nothing_is_kept(database: Database) -> None:
    with pytest.raises(Conflict, match="not now"):
        database.write(CLERK, emit_then_refuse)

    with database.read() as tx:
        assert count_events(tx) == 0


def test_who_does_not_wait_is_told_once_the_change_is_there(database: Database) -> None:
    told: SimpleQueue[tuple[int | None, int]] = SimpleQueue()

    def landed(outcome: Callable[[], int]) -> None:
        with database.read() as tx:
            told.put((count_events(tx), outcome()))

    database.submit(CLERK, emit, landed)

    assert told.get(timeout=10) == (1, 1)


def test_who_does_not_wait_is_told_of_a_refusal_too(database: Database) -> None:
    told: SimpleQueue[Callable[[], None]] = SimpleQueue()

    database.submit(CLERK, emit_then_refuse, told.put)

    with pytest.raises(Conflict, match="not now"):
        told.get(timeout=10)()
    with database.read() as tx:
        assert count_events(tx) == 0


def test_an_interrupt_in_a_verb_reaches_its_caller_and_the_database_still_writes(database: Database) -> None:
    def interrupted(tx: WriteTx) -> None:
        tx.emit(Happened())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.write(CLERK, interrupted)

    database.write(CLERK, emit)
    with database.read() as tx:
        assert count_events(tx) == 1


def test_a_read_transaction_cannot_write(database: Database) -> None:
    row = {"occurred_at": FixedClock().now(), "kind": "k", "subject": "s", "data": {}, "actor": "a", "door": "d"}

    with database.read() as tx, pytest.raises(sa.exc.DBAPIError, match=r"read-?only"):
        tx.connection.execute(sa.insert(events), row)

    with database.read() as tx:
        assert count_events(tx) == 0


def test_a_read_transaction_sees_one_moment(database: Database) -> None:
    with database.read() as tx:
        assert count_events(tx) == 0

        database.write(CLERK, emit)

        assert count_events(tx) == 0


def test_a_transaction_knows_its_moment(database: Database, clock: FixedClock) -> None:
    assert database.write(CLERK, lambda tx: tx.now) == clock.at
    with database.read() as tx:
        assert tx.now == clock.at


def test_a_naive_datetime_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - the point of the test

    with pytest.raises(sa.exc.StatementError, match="naive datetime"), database.read() as tx:
        tx.connection.scalar(sa.select(sa.literal(naive, Moment())))


def test_a_moment_comes_back_in_utc_to_the_microsecond(database: Database) -> None:
    moment = datetime.fromisoformat("2026-03-02T10:30:00.000001+01:00")

    with database.read() as tx:
        stored = tx.connection.scalar(sa.select(sa.literal(moment, Moment())))

    assert stored is not None
    assert stored.isoformat() == "2026-03-02T09:30:00.000001+00:00"


@pytest.mark.parametrize(("undone", "tries"), [(2, 3), (3, 3)])
@pytest.mark.parametrize("sqlstate", ["40001", "40P01"])
def test_a_verb_that_postgres_undid_is_tried_three_times(
    postgres_url: str, clock: FixedClock, sqlstate: str, undone: int, tries: int
) -> None:
    database = open_database(postgres_url, clock)
    tried: list[int] = []

    def be_undone(tx: WriteTx) -> None:
        tried.append(tx.emit(Happened()))
        if len(tried) <= undone:
            tx.connection.exec_driver_sql(f"DO $$ BEGIN RAISE SQLSTATE '{sqlstate}'; END $$")

    if undone < tries:
        database.write(CLERK, be_undone)
    else:
        with pytest.raises(sa.exc.OperationalError):
            database.write(CLERK, be_undone)

    assert len(tried) == tries
    with database.read() as tx:
        assert count_events(tx) == tries - undone
    database.close()


def test_any_other_error_of_the_database_is_not_tried_again(postgres_url: str, clock: FixedClock) -> None:
    database = open_database(postgres_url, clock)
    tried: list[int] = []

    def divide(tx: WriteTx) -> None:
        tried.append(tx.emit(Happened()))
        tx.connection.exec_driver_sql("SELECT 1 / 0")

    with pytest.raises(sa.exc.DBAPIError, match="division by zero"):
        database.write(CLERK, divide)

    assert len(tried) == 1
    database.close()


@pytest.mark.parametrize("url", ["mysql://localhost/x", "postgresql://localhost/x", "counter.db", ""])
def test_any_other_database_is_refused(url: str) -> None:
    with pytest.raises(UnknownDatabase):
        open_database(url, FixedClock())


def test_a_result_that_was_not_read_to_its_end_holds_no_later_view_back(database: Database) -> None:
    for _ in range(3):
        database.write(CLERK, emit)
    with database.read() as tx:
        unfinished = tx.connection.execute(sa.select(events.c.id))
        unfinished.fetchone()

    database.write(CLERK, emit)

    with database.read() as tx:
        assert count_events(tx) == 4


def test_a_view_that_failed_harms_no_later_one(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError), database.read() as tx:
        tx.connection.execute(sa.text("SELECT nothing FROM nowhere"))

    database.write(CLERK, emit)

    with database.read() as tx:
        assert count_events(tx) == 1


def test_the_words_of_a_request_are_stored_with_one_of_its_events(database: Database) -> None:
    actor = make_actor(request_id="r-1", payload="the words")

    database.write(actor, lambda tx: (tx.emit_beside(Happened()), tx.emit(Happened())))

    with database.read() as tx:
        stored = tx.connection.execute(sa.select(events.c.request_id, events.c.payload).order_by(events.c.id)).all()
    assert stored == [("r-1", ""), ("r-1", "the words")]
