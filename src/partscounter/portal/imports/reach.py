"""Whose imports a person sees, and what they may hand in."""

from collections.abc import Mapping
from typing import Final

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import access, accounts, file_imports
from partscounter.domain.access import Credential, Product
from partscounter.domain.accounts import Account, Role
from partscounter.domain.file_imports import FileImport, FileKind, Givers
from partscounter.portal.area import MANAGERS

KINDS: Final[Mapping[FileKind, tuple[str, frozenset[Role] | None]]] = {
    FileKind.INVENTORY: ("Inventory", None),
    FileKind.STORES: ("Stores", None),
    FileKind.VEHICLES: ("Vehicles", None),
    FileKind.IMAGES: ("Photos", None),
    FileKind.CUSTOMERS: ("Customers", None),
    FileKind.MAPPINGS: ("Mapping of an API user", MANAGERS),
    FileKind.ALIASES: ("Aliases", frozenset({Role.OPERATOR})),
}
"""What people call each kind, and who may hand it in; None for all who work here."""
_AT_ONCE: Final = 500


def kinds_for(account: Account) -> dict[FileKind, str]:
    """What this person may hand in."""
    return {kind: text for kind, (text, roles) in KINDS.items() if roles is None or account.role in roles}


def api_users(tx: ReadTx, account: Account) -> list[Credential]:
    """The users of the inventory contract that see no other dealer's items than this person does."""
    return [user for user in _credentials(tx, Product.INVENTORY) if covers(account, user)]


def covers(account: Account, credential: Credential) -> bool:
    """Whether the credential sees nothing that the person does not."""
    if account.role is Role.OPERATOR:
        return True
    return not credential.all_dealers and bool(credential.dealer_ids) and credential.dealer_ids <= account.dealer_ids


def givers_for(tx: ReadTx, account: Account) -> Givers | None:
    """Those who work for no other dealers than this person does; None for everybody."""
    if account.role is Role.OPERATOR:
        return None
    people = [
        each.id
        for each in accounts.list_accounts(tx)
        if each.id == account.id
        or (each.role in {Role.MANAGER, Role.CLERK} and each.dealer_ids and each.dealer_ids <= account.dealer_ids)
    ]
    return Givers([each.id for each in _credentials(tx, Product.STOCK) if covers(account, each)], people)


def own_import(tx: ReadTx, account: Account, import_id: int) -> FileImport:
    """The import, or a 404 where it is somebody else's or there is none."""
    found = file_imports.find_file_import(tx, import_id)
    givers = givers_for(tx, account)
    if found is None or not (givers is None or givers.include(found)):
        raise HTTPException(404)
    return found


def _credentials(tx: ReadTx, product: Product) -> list[Credential]:
    found: list[Credential] = []
    while page := access.list_credentials(tx, product=product, after_id=found[-1].id if found else 0, limit=_AT_ONCE):
        found += page
    return found
