"""The API user whose words a page is about."""

from typing import Final

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import access, dealers
from partscounter.domain.access import Credential, CredentialNotFound, Product
from partscounter.domain.accounts import Account
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory import Line
from partscounter.portal.imports.reach import covers
from partscounter.search import Filter
from partscounter.web.incoming import Query

KIND_NAMES: Final = {NameKind.PART_TYPE: "Part types", NameKind.MAKE: "Makes", NameKind.MODEL: "Models"}


def own_user(tx: ReadTx, account: Account, credential_id: int) -> Credential:
    """The user, or a 404 where it sees more than this person does, or there is none."""
    try:
        found = access.get_credential(tx, credential_id)
    except CredentialNotFound:
        raise HTTPException(404) from None
    if found.product is not Product.INVENTORY or not covers(account, found):
        raise HTTPException(404)
    return found


def kind_asked(query: Query) -> NameKind:
    """Of the address; part types unless it says otherwise."""
    text = query.first("kind") or ""
    return next((kind for kind in KIND_NAMES if kind.value == text), NameKind.PART_TYPE)


def items_seen(tx: ReadTx, user: Credential) -> Filter:
    """What the user's searches look among."""
    line = str(user.options.get("line", "")).upper()
    seen = Filter(
        lines=frozenset({int(Line[line] if line in Line.__members__ else Line.HEAVY_TRUCK)}),
        dealers=None if user.all_dealers else user.dealer_ids,
    )
    nameless = dealers.list_dealers_without_vendor(tx)
    return seen._replace(exclude=(Filter(dealers=nameless),)) if nameless else seen
