"""POST /eCommerce/orderTracking/v3/tracking: take one fulfilment update."""

from collections.abc import Callable
from datetime import timedelta

from partscounter.app import App
from partscounter.domain import fulfilment
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, empty
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming, Query
from partscounter.web.problems import Malformed
from partscounter.wire.order_tracking.errors import UpdateRefused
from partscounter.wire.order_tracking.judge import judge
from partscounter.wire.order_tracking.sent import SentUpdate, read_sent
from partscounter_contracts.order_tracking import STORE_ID, ErrorCode

DOOR = "order_tracking"


def post_tracking(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""
    window = timedelta(hours=app.settings.tracking.repeat_window_hours)

    def handle(incoming: Incoming[Credential]) -> Answer:
        _check_store(incoming.query)
        update = judge(app, incoming.caller, _readable(incoming.body))
        app.database.write(
            actor_of(incoming, DOOR), lambda tx: fulfilment.take_update(tx, update, repeat_window=window)
        )
        return empty()

    return handle


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
