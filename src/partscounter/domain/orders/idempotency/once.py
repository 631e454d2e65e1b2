"""Doing a thing once for each key that a client gives it (*Idempotency-Key*)."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from partscounter.database import WriteTx
from partscounter.domain.orders.errors import KeyReused
from partscounter.domain.orders.idempotency import store as sql


def once(
    tx: WriteTx, *, scope: str, key: str, body: bytes, do: Callable[[], str], remember: timedelta | None = None
) -> str:
    """What `do` answers, or what it answered to the same key and body before.

    `scope` keeps one client's keys apart from another's. The key is kept in the transaction that does the thing: both
    happen or neither does. A key that came longer than `remember` ago is a new one; with None it counts for as long as
    it is kept. Refuses with KeyReused if the key came with another body.
    """
    fingerprint = sha256(body).hexdigest()
    if sql.claim_key(tx, scope, key, fingerprint, None if remember is None else tx.now - remember):
        answer = do()
        sql.save_answer(tx, scope, key, answer)
        return answer
    known, answer = sql.get_answer(tx, scope, key)
    if known != fingerprint:
        raise KeyReused(f"The idempotency key {key!r} was used before with another body.")
    return answer
