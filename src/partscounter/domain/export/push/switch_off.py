"""Ends the push to a dealer's address, by hand or because its receiver said so."""

from partscounter.database import WriteTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.errors import NoPushTarget
from partscounter.domain.export.push.events import PushTargetSwitchedOff


def switch_off(tx: WriteTx, dealer_id: int, reason: str, *, url: str | None = None) -> bool:
    """Whether the target was on until now. `reason` is shown to operators; `url` spares a target set anew since.

    What waits to be posted is parked when its time comes, and can be replayed. Refuses with NoPushTarget.
    """
    if sql.find_target(tx, dealer_id=dealer_id) is None:
        raise NoPushTarget("Orders of this dealer are not pushed anywhere.")
    was_on = sql.switch_off(tx, dealer_id, reason, url)
    if was_on:
        tx.emit(PushTargetSwitchedOff(dealer_id, reason))
    return was_on
