"""SQL of changes: holding the items that are named, adding new ones, retiring."""

from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.store import load_items
from partscounter.domain.inventory.tables import items

Key = tuple[int, str]
"""Store and inventory id."""

_NAMED = sa.tuple_(items.c.store_id, items.c.inventory_id)
_AT_ONCE = 200
_NOBODY = ""
"""In place of the hash of what was fed: nothing stands behind a retired item, and whatever is fed next counts."""


def find_ids(tx: ReadTx, keys: Collection[Key]) -> dict[Key, int]:
    wanted = sorted(keys)
    found: dict[Key, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = sa.select(items.c.store_id, items.c.inventory_id, items.c.id)
        rows = tx.connection.execute(query.where(_NAMED.in_(wanted[start : start + _AT_ONCE])))
        found.update(((store_id, inventory_id), id_) for store_id, inventory_id, id_ in rows)
    return found


def lock_hashes(tx: WriteTx, ids: Collection[int]) -> dict[int, tuple[str, bool]]:
    """Hash of what was last fed, and whether retired; the rows are held, in order of their ids as orders hold them."""
    query = _hashes(ids).order_by(items.c.id).with_for_update()
    rows = tx.connection.execute(query)
    return {row.id: (row.fed_hash, _is_retired(row.fed_hash, listed=row.listed)) for row in rows}


def retired_among(tx: ReadTx, ids: Collection[int]) -> set[int]:
    rows = tx.connection.execute(_hashes(ids))
    return {row.id for row in rows if _is_retired(row.fed_hash, listed=row.listed)}


def insert_unless_there(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> dict[Key, int]:
    """Add the items; one that another transaction has added meanwhile is left alone. The ids of those added."""
    make = postgresql.insert if tx.connection.dialect.name == "postgresql" else sqlite.insert
    insert = make(items).on_conflict_do_nothing().returning(items.c.store_id, items.c.inventory_id, items.c.id)
    if not rows:
        return {}
    return {(store_id, inventory_id): id_ for store_id, inventory_id, id_ in tx.connection.execute(insert, rows)}


def retire(tx: WriteTx, ids: Collection[int]) -> None:
    if ids:
        update = sa.update(items).where(items.c.id.in_(sorted(ids)))
        tx.connection.execute(update.values(listed=False, fed_hash=_NOBODY, changed_at=tx.now))


def _hashes(ids: Collection[int]) -> sa.Select[tuple[int, str, bool]]:
    return sa.select(items.c.id, items.c.fed_hash, items.c.listed).where(items.c.id.in_(sorted(ids)))


def _is_retired(fed: str, *, listed: bool) -> bool:
    return fed == _NOBODY and not listed


__all__ = [
    "Key",
    "find_ids",
    "insert_unless_there",
    "load_items",
    "lock_hashes",
    "retire",
    "retired_among",
]
