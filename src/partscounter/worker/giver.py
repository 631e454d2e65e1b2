"""In whose name a file is imported, and of which vendors its rows may be."""

from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import access, accounts, dealers
from partscounter.domain.access import Credential
from partscounter.domain.accounts import Account
from partscounter.domain.file_imports import FileImport, NotAllowed
from partscounter.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Giver:
    """Who handed it in, as they are now."""

    actor: Actor
    vendors: frozenset[str] | None
    """The vendor ids that they work for; None for all."""


def giver_of(tx: ReadTx, each: FileImport) -> Giver:
    """Refuses with NotAllowed who may not import any more."""
    request = f"import-{each.id}"
    if each.credential_id is not None:
        credential = access.get_credential(tx, each.credential_id)
        if not credential.enabled:
            raise NotAllowed("The credential that handed the file in was switched off.")
        _require_user(tx, each, None if credential.all_dealers else credential.dealer_ids)
        return Giver(Actor(credential.name, "stock", request), _vendors_of_credential(tx, credential))
    account = accounts.get_account(tx, each.account_id or 0)
    if not account.enabled or not account.role.is_staff:
        raise NotAllowed("The account that handed the file in was switched off.")
    _require_user(tx, each, account.dealers_seen)
    return Giver(Actor(account.email, "portal", request), _vendors_of_account(tx, account))


def _require_user(tx: ReadTx, each: FileImport, dealer_ids: frozenset[int] | None) -> None:
    """A mapping is of somebody who sees nobody else's items; `dealer_ids` is None for all."""
    if each.user_id is None or dealer_ids is None:
        return
    user = access.get_credential(tx, each.user_id)
    if user.all_dealers or not user.dealer_ids <= dealer_ids:
        raise NotAllowed("The API user whose mapping it is sees items of other dealers.")


def _vendors_of_credential(tx: ReadTx, credential: Credential) -> frozenset[str] | None:
    return None if credential.all_dealers else _vendors(tx, credential.dealer_ids)


def _vendors_of_account(tx: ReadTx, account: Account) -> frozenset[str] | None:
    return None if account.dealers_seen is None else _vendors(tx, account.dealers_seen)


def _vendors(tx: ReadTx, dealer_ids: frozenset[int]) -> frozenset[str]:
    seen = dealers.load_dealers(tx, dealer_ids).values()
    return frozenset(dealer.vendor_id for dealer in seen if dealer.vendor_id)
