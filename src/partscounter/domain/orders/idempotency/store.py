"""SQL of idempotency keys."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.tables import idempotency_keys

_of = idempotency_keys.c


class Key(NamedTuple):
    """A client's key, within the scope that keeps it apart from another client's."""

    scope: str
    key: str


def claim_key(
    tx: WriteTx, scope: str, key: str, fingerprint: str = "", forgotten_before: datetime | None = None
) -> bool:
    """Whether the key was free, or came before that moment; another transaction that is claiming it is waited for.

    Claimed or not, nobody else can claim or delete it before this transaction ends: PostgreSQL locks what it finds.
    """
    insert = sa.text(
        "INSERT INTO idempotency_keys (scope, key, fingerprint, answer, created_at) "
        "VALUES (:scope, :key, :fingerprint, '', :now) ON CONFLICT (scope, key) DO UPDATE "
        "SET fingerprint = excluded.fingerprint, answer = '', created_at = excluded.created_at "
        "WHERE idempotency_keys.created_at < :before"
    ).bindparams(
        sa.bindparam("now", tx.now, _of.created_at.type),
        sa.bindparam("before", forgotten_before, _of.created_at.type),
    )
    bound = insert.bindparams(scope=scope, key=key, fingerprint=fingerprint)
    return tx.connection.execute(bound).rowcount == 1


def get_answer(tx: WriteTx, scope: str, key: str) -> tuple[str, str]:
    """Fingerprint and answer of a key that could not be claimed."""
    query = sa.select(_of.fingerprint, _of.answer).where(_of.scope == scope, _of.key == key)
    row = tx.connection.execute(query).one()
    return row.fingerprint, row.answer


def save_answer(tx: WriteTx, scope: str, key: str, answer: str) -> None:
    update = sa.update(idempotency_keys).where(_of.scope == scope, _of.key == key).values(answer=answer)
    tx.connection.execute(update)


def keys_after(tx: ReadTx, last: Key, limit: int) -> list[tuple[Key, datetime]]:
    """The next ones by scope and key, each with the moment at which it came."""
    beyond = sa.tuple_(_of.scope, _of.key) > sa.tuple_(last.scope, last.key)
    query = sa.select(_of.scope, _of.key, _of.created_at).where(beyond).order_by(_of.scope, _of.key)
    return [(Key(scope, key), came_at) for scope, key, came_at in tx.connection.execute(query.limit(limit))]


def delete_keys(tx: WriteTx, keys: Sequence[Key], came_before: datetime) -> int:
    """How many of them came before that moment; those are gone.

    One after the other in their own order, so that two workers cannot lock each other out.
    """
    delete = sa.delete(idempotency_keys).where(
        _of.scope == sa.bindparam("its_scope"),
        _of.key == sa.bindparam("its_key"),
        _of.created_at < came_before,
    )
    those = [{"its_scope": each.scope, "its_key": each.key} for each in sorted(keys)]
    return tx.connection.execute(delete, those).rowcount
