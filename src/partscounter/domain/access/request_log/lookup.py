"""Reading the log of a credential."""

from partscounter.database import ReadTx
from partscounter.domain.access.request_log import store
from partscounter.domain.access.request_log.logged_request import LoggedRequest, RequestNotFound


def list_requests(
    tx: ReadTx, credential_id: int, *, failed_only: bool = False, before: int | None = None, limit: int = 50
) -> list[LoggedRequest]:
    """The newest first, from the one below `before`; `failed_only` leaves out what was answered below 400."""
    return store.newest(tx, credential_id, failed_only=failed_only, before=before, limit=limit)


def get_request(tx: ReadTx, credential_id: int, request_id: int) -> LoggedRequest:
    """One of the credential's, by our number. Raises RequestNotFound."""
    found = store.find(tx, credential_id, request_id)
    if found is None:
        raise RequestNotFound("This request is not in the log, or no longer.")
    return found
