"""Notes when credentials were last used, many at once and outside the requests that used them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain.access import store

AT_MOST_EVERY: Final = timedelta(minutes=1)


def note_uses(tx: WriteTx, uses: Mapping[int, datetime]) -> None:
    """Set `last_used_at` of each credential id in `uses`, unless that was done within the minute before.

    `Authenticator.take_uses` collects them. Emits nothing: a use is no change worth a history.
    """
    # In the order of the ids, so that two processes noting the same credentials cannot lock each other out.
    for credential_id, used_at in sorted(uses.items()):
        store.note_use(tx, credential_id, used_at, AT_MOST_EVERY)
