"""Which credentials a person may see and change."""

from collections.abc import Collection

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import access
from partscounter.domain.access import Credential
from partscounter.domain.accounts import Account, Role
from partscounter.kit.refusal import Violation
from partscounter.portal.credentials.fields import WrongField
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


def is_theirs(account: Account, credential: Credential) -> bool:
    """A manager's are those that see only dealers of the manager, and at least one."""
    if account.role is Role.OPERATOR:
        return True
    return bool(credential.dealer_ids) and not credential.all_dealers and credential.dealer_ids <= account.dealer_ids


def credential_of(tx: ReadTx, visit: Visit) -> Credential:
    """The one that the path names; a foreign one is not there, exactly as an unknown one."""
    credential = access.get_credential(tx, id_in(visit, "id"))
    if not is_theirs(visit.signed_in, credential):
        raise HTTPException(404)
    return credential


def refuse_dealers(account: Account, chosen: Collection[int], *, all_dealers: bool) -> None:
    """A foreign dealer is a 404. Raises WrongField where a manager's credential would see none, or every one."""
    if any(not account.sees_dealer(dealer_id) for dealer_id in chosen):
        raise HTTPException(404)
    if account.role is Role.OPERATOR:
        return
    if all_dealers:
        raise HTTPException(403)
    if not chosen:
        raise WrongField("No dealer.", (Violation("dealers", "choose at least one dealer"),))
