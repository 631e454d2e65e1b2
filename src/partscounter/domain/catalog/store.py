"""SQL of names and brands."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.catalog.name import Brand, Name, NameKind
from partscounter.domain.catalog.tables import brands, names

_AT_ONCE = 500

# Put together once: every search asks it, and putting it together takes longer than the answer.
_IDS_BY_KEY = sa.select(names.c.key, names.c.id).where(
    names.c.kind == sa.bindparam("kind"), names.c.key.in_(sa.bindparam("keys", expanding=True))
)


def ids_by_key(tx: ReadTx, kind: NameKind, keys: Collection[str]) -> dict[str, int]:
    wanted = sorted(keys)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        rows = tx.connection.execute(_IDS_BY_KEY, {"kind": kind.value, "keys": part})
        found.update((key, id_) for key, id_ in rows)
    return found


def insert_names(tx: WriteTx, kind: NameKind, texts_by_key: Mapping[str, str]) -> None:
    rows = [{"kind": kind.value, "key": key, "text": text} for key, text in texts_by_key.items()]
    if tx.connection.dialect.name == "postgresql":
        # Two imports may meet a new name at once; the unique key lets one of them win.
        insert = postgresql.insert(names).on_conflict_do_nothing()
        tx.connection.execute(insert, rows)
    else:
        tx.connection.execute(sa.insert(names), rows)


def load_names(tx: ReadTx, kind: NameKind, ids: Collection[int] | None) -> list[Name]:
    query = sa.select(names.c.id, names.c.text).where(names.c.kind == kind.value).order_by(names.c.key)
    if ids is not None:
        query = query.where(names.c.id.in_(ids))
    return [Name(id=id_, kind=kind, text=text) for id_, text in tx.connection.execute(query)]


def insert_brand(tx: WriteTx, brand: Brand) -> None:
    values = {"dealer_id": brand.dealer_id, "code": brand.code, "description": brand.description}
    tx.connection.execute(sa.insert(brands).values(**values))


def list_brands(tx: ReadTx, dealer_id: int) -> list[Brand]:
    query = sa.select(brands).where(brands.c.dealer_id == dealer_id).order_by(brands.c.code)
    return [Brand(**row._mapping) for row in tx.connection.execute(query)]
