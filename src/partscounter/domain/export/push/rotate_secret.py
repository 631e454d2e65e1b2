"""Gives a push target a new secret."""

from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.errors import NoPushTarget
from partscounter.domain.export.push.events import PushSecretRotated
from partscounter.domain.export.push.target import PushTarget

GRACE = timedelta(hours=24)
"""So long both secrets sign: the receiver may change over at any time within it."""


def rotate_secret(tx: WriteTx, dealer_id: int, secret: str) -> PushTarget:
    """The target with `secret`, from `new_secret`. Refuses with NoPushTarget."""
    target = sql.change_secret(tx, dealer_id, secret, tx.now + GRACE)
    if target is None:
        raise NoPushTarget("Orders of this dealer are not pushed anywhere.")
    tx.emit(PushSecretRotated(dealer_id))
    return target
