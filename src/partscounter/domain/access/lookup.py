"""Finds credentials."""

from partscounter.database import ReadTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential, Product, is_possible_name
from partscounter.domain.access.credential_search import CredentialSearch
from partscounter.domain.access.errors import CredentialNotFound
from partscounter.domain.access.signing_key import SigningKey


def get_credential(tx: ReadTx, credential_id: int) -> Credential:
    """The credential of this id. Raises CredentialNotFound."""
    credential = store.find_by_id(tx, credential_id)
    if credential is None:
        raise CredentialNotFound(f"there is no credential {credential_id}")
    return credential


def find_credential(tx: ReadTx, product: Product, name: str) -> Credential | None:
    """The credential of this name in `product`, whatever text `name` may be; None if there is none."""
    # A name with NUL or half a surrogate pair cannot be asked for: each database raises its own error.
    return store.find_by_name(tx, product, name) if is_possible_name(name) else None


def list_credentials(
    tx: ReadTx,
    *,
    product: Product | None = None,
    dealer_id: int | None = None,
    after_id: int = 0,
    limit: int = 100,
) -> tuple[Credential, ...]:
    """Up to `limit` credentials in the order of their ids, from the first above `after_id`.

    With `product` only its own; with `dealer_id` only those that see this dealer.
    """
    return store.page(tx, product, dealer_id, after_id, limit)


def search_credentials(
    tx: ReadTx, wanted: CredentialSearch, *, after_id: int = 0, limit: int = 100
) -> tuple[Credential, ...]:
    """Up to `limit` of those that `wanted` finds, in the order of their ids, from the first above `after_id`."""
    return store.search(tx, wanted, after_id, limit)


def list_signing_keys(tx: ReadTx) -> list[SigningKey]:
    """All that still verify tokens or links, the newest first; it signs unless it is retired."""
    return store.list_keys(tx)
