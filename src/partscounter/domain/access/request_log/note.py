"""Notes requests, many at once, and forgets the oldest."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.access.request_log import store
from partscounter.domain.access.request_log.logged_request import NewRequest

KEPT_FOR: Final = timedelta(days=14)


def note_requests(tx: WriteTx, requests: Sequence[NewRequest], *, kept: int) -> None:
    """Add them, and keep the newest `kept` of each credential, none older than KEPT_FOR.

    Emits nothing: what a request has changed has events of its own.
    """
    if not requests:
        return
    store.insert(tx, requests)
    # In the order of the ids, so that two processes cannot lock each other out.
    for credential_id in sorted({request.credential_id for request in requests}):
        store.trim(tx, credential_id, kept)
    store.forget(tx, tx.now - KEPT_FOR)
