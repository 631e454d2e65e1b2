"""Lets a credential see fewer dealers."""

from collections.abc import Iterable

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.events import DealersRevoked
from partscounter.domain.access.hold import hold_credential
from partscounter.domain.access.lookup import get_credential


def revoke_dealers(
    tx: WriteTx, credential_id: int, dealer_ids: Iterable[int] = (), *, all_dealers: bool = False
) -> Credential:
    """The credential without these dealers; with `all_dealers` it sees from now on only those granted one by one.

    Raises CredentialNotFound. What it did not see is no error; if nothing changes, nothing is emitted.
    """
    before = hold_credential(tx, credential_id)
    removed = frozenset(dealer_ids) & before.dealer_ids
    if not removed and not (before.all_dealers and all_dealers):
        return before
    store.remove_dealers(tx, credential_id, removed)
    store.set_all_dealers(tx, credential_id, before.all_dealers and not all_dealers)
    after = get_credential(tx, credential_id)
    tx.emit(DealersRevoked(after.id, after.product, after.name, after.dealer_ids, after.all_dealers))
    return after
