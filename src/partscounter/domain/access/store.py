"""The SQL of access: rows in and out of the nouns. Statements are built once; their parameters are bound by name."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from partscounter.database import ReadTx, WriteTx
from partscounter.database.prepared import Prepared
from partscounter.database.remembered import Remembered
from partscounter.domain.access.credential import Credential, OptionValue, Product
from partscounter.domain.access.credential_search import CredentialSearch
from partscounter.domain.access.errors import CredentialNameTaken
from partscounter.domain.access.signing_key import SigningKey
from partscounter.domain.access.tables import credential_dealers, credentials, signing_keys

_dealers = sa.table("dealers", sa.column("id"))
# Spelled out in the statement: as a parameter it would be put into the text anew on every request, a fifth of its time.
_COMMA: Any = sa.literal_column("','")
_dealer_list = (
    sa.select(sa.func.aggregate_strings(sa.cast(credential_dealers.c.dealer_id, sa.Text), _COMMA))
    .where(credential_dealers.c.credential_id == credentials.c.id)
    .scalar_subquery()
    .label("dealer_list")
)
# One statement and one row for a credential and its dealers: this is read on every request.
_credential = sa.select(credentials, _dealer_list)
_FIELDS = tuple(column.name for column in _credential.selected_columns)
_insert = sa.insert(credentials).returning(credentials.c.id)
_key_by_id = sa.select(signing_keys).where(signing_keys.c.id == sa.bindparam("id"))
_newest_key = sa.select(signing_keys).where(signing_keys.c.retired_at.is_(None)).order_by(signing_keys.c.id.desc())


def find_by_id(tx: ReadTx, credential_id: int) -> Credential | None:
    return _by_id.find(tx, id=credential_id)


def find_by_name(tx: ReadTx, product: Product, name: str) -> Credential | None:
    return _by_name.find(tx, product=product.value, name=name)


def lock_by_id(tx: WriteTx, credential_id: int) -> Credential | None:
    """The credential, held against other writers until this transaction ends; for verbs that check and then write."""
    held = sa.select(credentials.c.id).where(credentials.c.id == credential_id).with_for_update()
    tx.connection.execute(held)
    return find_by_id(tx, credential_id)


def page(
    tx: ReadTx, product: Product | None, dealer_id: int | None, after_id: int, limit: int
) -> tuple[Credential, ...]:
    query = _credential.where(credentials.c.id > after_id).order_by(credentials.c.id).limit(limit)
    if product is not None:
        query = query.where(credentials.c.product == product.value)
    if dealer_id is not None:
        granted = sa.select(credential_dealers.c.credential_id).where(credential_dealers.c.dealer_id == dealer_id)
        query = query.where(credentials.c.all_dealers | credentials.c.id.in_(granted))
    return tuple(_to_credential(row) for row in tx.connection.execute(query))


def search(tx: ReadTx, wanted: CredentialSearch, after_id: int, limit: int) -> tuple[Credential, ...]:
    query = _credential.where(credentials.c.id > after_id).order_by(credentials.c.id).limit(limit)
    if wanted.text:
        query = query.where(credentials.c.name.icontains(wanted.text, autoescape=True))
    if wanted.product is not None:
        query = query.where(credentials.c.product == wanted.product.value)
    if wanted.enabled is not None:
        query = query.where(credentials.c.enabled.is_(wanted.enabled))
    if wanted.sees is not None:
        granted = sa.select(credential_dealers.c.credential_id).where(credential_dealers.c.dealer_id == wanted.sees)
        query = query.where(credentials.c.all_dealers | credentials.c.id.in_(granted))
    if wanted.only_of is not None:
        grants = sa.select(credential_dealers.c.credential_id)
        own = grants.where(credential_dealers.c.dealer_id.in_(wanted.only_of))
        foreign = grants.where(credential_dealers.c.dealer_id.not_in(wanted.only_of))
        query = query.where(
            credentials.c.all_dealers.is_(False), credentials.c.id.in_(own), credentials.c.id.not_in(foreign)
        )
    return tuple(_to_credential(row) for row in tx.connection.execute(query))


def list_keys(tx: ReadTx) -> list[SigningKey]:
    query = sa.select(signing_keys).order_by(signing_keys.c.id.desc())
    return [_to_key(row) for row in tx.connection.execute(query)]


def insert(
    tx: WriteTx,
    *,
    product: Product,
    name: str,
    secret_hash: str,
    all_dealers: bool,
    scopes: frozenset[str],
    is_admin: bool,
    options: Mapping[str, OptionValue],
    requests_per_minute: int | None,
) -> int:
    """Store a new credential and return its id. Raises CredentialNameTaken, also when another process was first."""
    values = {
        "product": product.value,
        "name": name,
        "created_at": tx.now,
        "secret_hash": secret_hash,
        "all_dealers": all_dealers,
        "scopes": sorted(scopes),
        "is_admin": is_admin,
        "options": dict(options),
        "requests_per_minute": requests_per_minute,
    }
    try:
        # In a savepoint, so that on PostgreSQL a verb that catches the refusal can go on with its transaction.
        with tx.connection.begin_nested():
            credential_id: int = tx.connection.execute(_insert, values).scalar_one()
    except IntegrityError:
        # The unique name is the only constraint that these values can break.
        raise CredentialNameTaken(f"{product.value} already has a credential named {name}") from None
    return credential_id


def set_enabled(tx: WriteTx, credential_id: int, enabled: bool) -> None:
    _update(tx, credential_id, {"enabled": enabled})


def set_all_dealers(tx: WriteTx, credential_id: int, all_dealers: bool) -> None:
    _update(tx, credential_id, {"all_dealers": all_dealers})


def set_options(tx: WriteTx, credential_id: int, options: Mapping[str, OptionValue]) -> None:
    _update(tx, credential_id, {"options": dict(options)})


def set_limits(tx: WriteTx, credential_id: int, scopes: frozenset[str], requests_per_minute: int | None) -> None:
    _update(tx, credential_id, {"scopes": sorted(scopes), "requests_per_minute": requests_per_minute})


def set_secret(
    tx: WriteTx,
    credential_id: int,
    secret_hash: str,
    *,
    previous: tuple[str, datetime] | None,
    token_generation: int,
) -> None:
    """Replace the secret; `previous` is the old hash and the moment until which it is still good."""
    previous_hash, until = (None, None) if previous is None else previous
    values = {
        "secret_hash": secret_hash,
        "previous_secret_hash": previous_hash,
        "previous_secret_until": until,
        "token_generation": token_generation,
    }
    _update(tx, credential_id, values)


def missing_dealers(tx: ReadTx, dealer_ids: Iterable[int]) -> frozenset[int]:
    """Those of `dealer_ids` that are no dealers."""
    wanted = frozenset(dealer_ids)
    found = tx.connection.execute(sa.select(_dealers.c.id).where(_dealers.c.id.in_(wanted))).scalars()
    return wanted - frozenset(found)


def add_dealers(tx: WriteTx, credential_id: int, dealer_ids: Iterable[int]) -> None:
    rows = [{"credential_id": credential_id, "dealer_id": dealer_id} for dealer_id in sorted(dealer_ids)]
    if rows:
        tx.connection.execute(sa.insert(credential_dealers), rows)


def remove_dealers(tx: WriteTx, credential_id: int, dealer_ids: Iterable[int]) -> None:
    tx.connection.execute(
        sa.delete(credential_dealers).where(
            credential_dealers.c.credential_id == credential_id, credential_dealers.c.dealer_id.in_(dealer_ids)
        )
    )


def note_use(tx: WriteTx, credential_id: int, used_at: datetime, at_most_every: timedelta) -> None:
    """Set `last_used_at` unless it was set less than `at_most_every` before `used_at`."""
    due = credentials.c.last_used_at.is_(None) | (credentials.c.last_used_at <= used_at - at_most_every)
    query = sa.update(credentials).where(credentials.c.id == credential_id, due)
    tx.connection.execute(query.values(last_used_at=used_at))


def find_key(tx: ReadTx, key_id: int) -> SigningKey | None:
    row = tx.connection.execute(_key_by_id, {"id": key_id}).one_or_none()
    return None if row is None else _to_key(row)


def find_newest_key(tx: ReadTx) -> SigningKey | None:
    """The key that signs: the newest that is not retired."""
    row = tx.connection.execute(_newest_key.limit(1)).one_or_none()
    return None if row is None else _to_key(row)


def insert_key(tx: WriteTx, secret: bytes) -> SigningKey:
    query = sa.insert(signing_keys).values(secret=secret, created_at=tx.now).returning(signing_keys)
    return _to_key(tx.connection.execute(query).one())


def retire_keys(tx: WriteTx) -> None:
    tx.connection.execute(sa.update(signing_keys).where(signing_keys.c.retired_at.is_(None)).values(retired_at=tx.now))


def delete_keys(tx: WriteTx, retired_before: datetime | None = None) -> None:
    """Forget all keys, or only those retired before that moment."""
    query = sa.delete(signing_keys)
    tx.connection.execute(query if retired_before is None else query.where(signing_keys.c.retired_at < retired_before))


def _update(tx: WriteTx, credential_id: int, values: Mapping[str, object]) -> None:
    tx.connection.execute(sa.update(credentials).where(credentials.c.id == credential_id).values(**values))


def _to_credential(row: Sequence[Any]) -> Credential:
    fields = dict(zip(_FIELDS, row, strict=True))
    dealer_list = fields.pop("dealer_list")
    fields["dealer_ids"] = frozenset(int(id_) for id_ in dealer_list.split(",")) if dealer_list else frozenset()
    fields["product"] = Product(fields["product"])
    fields["scopes"] = frozenset(fields["scopes"])
    fields["options"] = MappingProxyType(fields["options"])
    return Credential(**fields)


_by_id = Remembered(Prepared(_credential.where(credentials.c.id == sa.bindparam("id"))), _to_credential)
_of_name = (credentials.c.product == sa.bindparam("product"), credentials.c.name == sa.bindparam("name"))
_by_name = Remembered(Prepared(_credential.where(*_of_name)), _to_credential)


def _to_key(row: sa.Row[Any]) -> SigningKey:
    return SigningKey(row.id, row.secret, row.created_at, row.retired_at)
