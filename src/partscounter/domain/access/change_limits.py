"""Changes what a credential may do, and how often."""

from collections.abc import Iterable
from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.create import refuse_invalid_limits
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.events import LimitsChanged
from partscounter.domain.access.hold import hold_credential


def change_limits(
    tx: WriteTx, credential_id: int, *, scopes: Iterable[str], requests_per_minute: int | None
) -> Credential:
    """The credential with these scopes, and no others, and this limit (None: that of the instance).

    Tokens issued before lose what is taken away, and gain nothing. Raises CredentialNotFound, InvalidCredential naming
    every wrong field. If nothing changes, nothing is emitted.
    """
    held = frozenset(scopes)
    refuse_invalid_limits(held, requests_per_minute)
    before = hold_credential(tx, credential_id)
    after = replace(before, scopes=held, requests_per_minute=requests_per_minute)
    if after == before:
        return before
    store.set_limits(tx, credential_id, held, requests_per_minute)
    tx.emit(LimitsChanged(before.id, before.product, before.name, held, requests_per_minute))
    return after
