"""Idempotency keys: how long one counts, and how old ones are forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import KeyReused
from partscounter.domain.orders.idempotency import forget as forgetting
from partscounter.domain.orders.idempotency import store
from partscounter.domain.orders.idempotency.store import Key
from partscounter.domain.orders.tables import idempotency_keys
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, draft_order, make_counter

A_DAY = timedelta(days=1)
A_MOMENT = timedelta(microseconds=1)


def once(database: Database, key: str, answer: str, *, body: bytes = b"one", remember: timedelta | None = A_DAY) -> str:
    def verb(tx: WriteTx) -> str:
        return orders.once(tx, scope="s", key=key, body=body, do=lambda: answer, remember=remember)

    return database.write(TESTER, verb)


def kept(database: Database) -> list[str]:
    with database.read() as tx:
        return list(tx.connection.scalars(sa.select(idempotency_keys.c.key).order_by(idempotency_keys.c.key)))


def forget(database: Database, older_than: timedelta = A_DAY) -> list[int]:
    return list(orders.forget_keys(database, TESTER, older_than))


def test_a_key_counts_for_as_long_as_it_is_remembered_and_then_is_new(database: Database, clock: FixedClock) -> None:
    once(database, "k", "first")

    clock.advance(A_DAY)
    assert once(database, "k", "second") == "first"
    with pytest.raises(KeyReused):
        once(database, "k", "second", body=b"two")

    clock.advance(A_MOMENT)
    assert once(database, "k", "third", body=b"two") == "third"
    assert once(database, "k", "fourth", body=b"two") == "third"
    with pytest.raises(KeyReused):
        once(database, "k", "fourth")


def test_a_key_used_anew_is_remembered_from_then_on(sqlite_database: Database, clock: FixedClock) -> None:
    once(sqlite_database, "k", "first")
    clock.advance(A_DAY + A_MOMENT)
    once(sqlite_database, "k", "second")

    clock.advance(A_DAY)

    assert forget(sqlite_database) == [0]
    assert once(sqlite_database, "k", "third") == "second"


def test_what_fails_leaves_an_old_key_as_it_was(sqlite_database: Database, clock: FixedClock) -> None:
    once(sqlite_database, "k", "first")
    clock.advance(2 * A_DAY)

    def fail() -> str:
        raise LookupError

    with pytest.raises(LookupError):
        sqlite_database.write(
            TESTER, lambda tx: orders.once(tx, scope="s", key="k", body=b"two", do=fail, remember=A_DAY)
        )

    assert once(sqlite_database, "k", "second", remember=None) == "first"


def test_a_form_of_our_own_counts_while_its_key_is_kept(sqlite_database: Database, clock: FixedClock) -> None:
    once(sqlite_database, "k", "first", remember=None)
    clock.advance(400 * A_DAY)
    assert once(sqlite_database, "k", "second", remember=None) == "first"

    assert forget(sqlite_database) == [1]

    assert once(sqlite_database, "k", "third", remember=None) == "third"


def test_old_keys_are_forgotten_some_at_a_time_and_no_other(
    database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "LOOKED_AT_ONCE", 2)
    for key in "aceg":
        once(database, key, key)
    clock.advance(A_MOMENT)
    for key in "bdfh":
        once(database, key, key)
    clock.advance(A_DAY)

    assert forget(database) == [1, 1, 1, 1, 0]

    assert kept(database) == ["b", "d", "f", "h"]
    assert forget(database) == [0, 0, 0]


def test_a_key_that_is_used_anew_between_the_look_and_the_deletion_stays(
    database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(database, "k", "first")
    clock.advance(2 * A_DAY)
    delete = store.delete_keys

    def use_first(tx: WriteTx, keys: Sequence[Key], came_before: datetime) -> int:
        orders.once(tx, scope="s", key="k", body=b"two", do=partial(str, "second"), remember=A_DAY)
        return delete(tx, keys, came_before)

    monkeypatch.setattr(store, "delete_keys", use_first)
    assert forget(database) == [0]

    assert once(database, "k", "third", body=b"two") == "second"


def test_a_resubmission_is_one_still_when_its_keys_were_forgotten(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    draft = draft_order(counter, (None, 1), uuid="U1")
    first = database.write(TESTER, lambda tx: orders.submit_order(tx, draft))
    clock.advance(2 * A_DAY)
    assert forget(database) == [1]

    again = database.write(TESTER, lambda tx: orders.submit_order(tx, draft))

    assert (again.uuid, again.number) == (first.uuid, f"{first.number}-1")
