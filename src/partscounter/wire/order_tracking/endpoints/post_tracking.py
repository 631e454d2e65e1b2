"""POST /eCommerce/orderTracking/v3/tracking: take one fulfilment update."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from partscounter.app import App
from partscounter.domain import fulfilment
from partscounter.domain.access import Credential
from partscounter.domain.fulfilment import Outcome
from partscounter.web.answer import Answer, empty
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming, Query
from partscounter.web.once_written import OnceWritten
from partscounter.web.problems import Malformed
from partscounter.wire.order_tracking.errors import UpdateRefused
from partscounter.wire.order_tracking.judge import judge
from partscounter.wire.order_tracking.sent import SentUpdate, read_sent
from partscounter_contracts.order_tracking import STORE_ID, ErrorCode

DOOR = "order_tracking"


def post_tracking(app: App) -> Callable[[Incoming[Credential]], OnceWritten[Outcome]]:
    """The handler."""
    window = timedelta(hours=app.settings.tracking.repeat_window_hours)

    def handle(incoming: Incoming[Credential]) -> OnceWritten[Outcome]:
        _check_store(incoming.query)
        update = judge(app, incoming.caller, _readable(incoming.body))
        take = partial(fulfilment.take_update, update=update, repeat_window=window)
        return OnceWritten(app.database, actor_of(incoming, DOOR), take, _taken)

    return handle


def _taken(_: Outcome) -> Answer:
    return empty()


def _check_store(query: Query) -> None:
    """`storeId` is judged after the credential and before the body; each one sent must be the one that there is."""
    if set(query.all("storeId")) != {STORE_ID}:
        raise Malformed(f"The query parameter storeId must be {STORE_ID}.")


def _readable(raw: bytes) -> SentUpdate:
    """Row 2 of the table."""
    try:
        return read_sent(raw)
    except Malformed:
        raise UpdateRefused(ErrorCode.MISSING_FULFILLMENT_DETAILS) from None
