"""Judging an update: the domain's command, or the code of its first fault."""

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.fulfilment import TrackingUpdate
from partscounter.wire.order_tracking.check import WHAT_IS_MISSING, WHAT_IS_WRONG, Case, first_fault, look_up
from partscounter.wire.order_tracking.errors import UpdateRefused
from partscounter.wire.order_tracking.read import read_update
from partscounter.wire.order_tracking.sent import SentUpdate
from partscounter_contracts.order_tracking import ErrorCode


def judge(app: App, caller: Credential, sent: SentUpdate) -> TrackingUpdate:
    """The command that `sent` amounts to; raises UpdateRefused with the first fault.

    An update is judged in a read transaction, so that a wrong one never waits for the writer. Between judging and
    writing the document may have changed; the verb then looks at it again, under its lock.
    """
    _refuse(first_fault(WHAT_IS_MISSING, sent))
    with app.database.read() as tx:
        known = look_up(tx, Case(sent, caller))
    _refuse(first_fault(WHAT_IS_WRONG, known))
    if known.dealer is None:
        raise LookupError("an update without a dealer has passed the checks")
    return read_update(known.dealer.id, sent)


def _refuse(fault: ErrorCode | None) -> None:
    if fault is not None:
        raise UpdateRefused(fault)
