"""Whose accounts a person may see and change, and to what."""

from collections.abc import Collection

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import accounts
from partscounter.domain.accounts import Account, Role
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


def is_theirs(person: Account, account: Account) -> bool:
    """A manager's are the clerks who work for dealers of the manager, and for no other."""
    if person.role is Role.OPERATOR:
        return True
    works_here = bool(account.dealer_ids) and account.dealer_ids <= person.dealer_ids
    return person.role is Role.MANAGER and account.role is Role.CLERK and works_here


def account_of(tx: ReadTx, visit: Visit, *, lock: bool = False) -> Account:
    """The one that the path names; a foreign one is not there, exactly as an unknown one.

    `lock` keeps a clerk a clerk until a manager's change is done. An operator, who may change all, needs none, and must
    hold nobody before the other operators (`refuse_last_operator`).
    """
    person = visit.signed_in
    account = accounts.get_account(tx, id_in(visit, "id"), lock=lock and person.role is not Role.OPERATOR)
    if not is_theirs(person, account):
        raise HTTPException(404)
    return account


def roles_given_by(person: Account) -> tuple[Role, ...]:
    """The roles that this person may give, none above the own."""
    return (Role.OPERATOR, Role.MANAGER, Role.CLERK) if person.role is Role.OPERATOR else (Role.CLERK,)


def refuse_place(person: Account, role: Role | None, dealer_ids: Collection[int]) -> Role:
    """The role, if this person may give it; 403 otherwise. A foreign dealer is a 404."""
    if role is None or role not in roles_given_by(person):
        raise HTTPException(403)
    if any(not person.sees_dealer(dealer_id) for dealer_id in dealer_ids):
        raise HTTPException(404)
    return role
