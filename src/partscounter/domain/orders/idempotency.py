"""Doing a thing once for each key that a client gives it (*Idempotency-Key*)."""

from collections.abc import Callable
from hashlib import sha256

from partscounter.database import WriteTx
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.errors import KeyReused


def once(tx: WriteTx, *, scope: str, key: str, body: bytes, do: Callable[[], str]) -> str:
    """What `do` answers, or what it answered to the same key and body before.

    `scope` keeps one client's keys apart from another's. The key is kept in the transaction that does the thing: both
    happen or neither does. Refuses with KeyReused if the key came with another body.
    """
    fingerprint = sha256(body).hexdigest()
    if sql.claim_key(tx, scope, key, fingerprint):
        answer = do()
        sql.save_answer(tx, scope, key, answer)
        return answer
    known = sql.find_answer(tx, scope, key)
    if known is None or known[0] != fingerprint:
        raise KeyReused(f"The idempotency key {key!r} was used before with another body.")
    return known[1]
