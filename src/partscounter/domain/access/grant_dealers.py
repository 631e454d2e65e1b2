"""Lets a credential see more dealers."""

from collections.abc import Iterable

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.errors import UnknownDealers
from partscounter.domain.access.events import DealersGranted
from partscounter.domain.access.hold import hold_credential
from partscounter.domain.access.lookup import get_credential
from partscounter.kit.refusal import Violation


def grant_dealers(
    tx: WriteTx, credential_id: int, dealer_ids: Iterable[int] = (), *, all_dealers: bool = False
) -> Credential:
    """The credential, seeing these dealers too, or with `all_dealers` every one, those created later too.

    Raises CredentialNotFound, UnknownDealers. What it sees already is no error; if nothing changes, nothing is emitted.
    """
    before = hold_credential(tx, credential_id)
    added = frozenset(dealer_ids) - before.dealer_ids
    refuse_unknown_dealers(tx, added)
    if not added and (before.all_dealers or not all_dealers):
        return before
    store.add_dealers(tx, credential_id, added)
    store.set_all_dealers(tx, credential_id, before.all_dealers or all_dealers)
    after = get_credential(tx, credential_id)
    tx.emit(DealersGranted(after.id, after.product, after.name, after.dealer_ids, after.all_dealers))
    return after


def refuse_unknown_dealers(tx: ReadTx, dealer_ids: frozenset[int]) -> None:
    """Raises UnknownDealers naming each of `dealer_ids` that is none."""
    missing = store.missing_dealers(tx, dealer_ids) if dealer_ids else frozenset()
    if missing:
        violations = tuple(Violation("dealer_ids", "no such dealer", dealer_id) for dealer_id in sorted(missing))
        raise UnknownDealers("Some dealers do not exist.", violations)
