"""POST /eCommerce/orderTracking/v2/tracking: take one fulfilment update in the deprecated form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from partscounter.app import App
from partscounter.domain import fulfilment
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, empty
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed
from partscounter.wire.order_tracking.deprecation import DEPRECATED
from partscounter.wire.order_tracking.errors import UpdateRefused
from partscounter.wire.order_tracking.judge import judge
from partscounter.wire.order_tracking.sent_v2 import SentV2, read_sent_v2
from partscounter_contracts.order_tracking import ErrorCode

DOOR = "order_tracking_v2"


def post_tracking_v2(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. The verb counts what is open of each part, under its lock; the history is spared the password."""
    window = timedelta(hours=app.settings.tracking.repeat_window_hours)

    def handle(incoming: Incoming[Credential]) -> Answer:
        sent = _readable(incoming.body)
        update = replace(judge(app, incoming.caller, sent.update), takes_what_is_open=True)
        actor = actor_of(replace(incoming, body=sent.payload), DOOR)
        app.database.write(actor, lambda tx: fulfilment.take_update(tx, update, repeat_window=window))
        return empty(headers=DEPRECATED)

    return handle


def _readable(raw: bytes) -> SentV2:
    """Row 2 of the table."""
    try:
        return read_sent_v2(raw)
    except Malformed:
        raise UpdateRefused(ErrorCode.MISSING_FULFILLMENT_DETAILS) from None
