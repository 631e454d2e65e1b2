"""SQL of imports: staging rows in batches, then moving all of them into the stock by two statements."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.imports.tables import FED_COLUMNS, import_rows, import_stores, imports
from partscounter.domain.inventory.tables import items


def insert_import(tx: WriteTx, import_id: int) -> None:
    tx.connection.execute(sa.insert(imports).values(id=import_id, touched_at=tx.now))


def touch_import(tx: WriteTx, import_id: int) -> bool:
    """False if it is no longer there."""
    update = sa.update(imports).where(imports.c.id == import_id).values(touched_at=tx.now)
    return tx.connection.execute(update.returning(imports.c.id)).first() is not None


def lock_imports(tx: WriteTx) -> list[int]:
    """Every import under way, so that two cannot enter the stock at once."""
    query = sa.select(imports.c.id).order_by(imports.c.id).with_for_update()
    return list(tx.connection.execute(query).scalars())


def delete_import(tx: WriteTx, import_id: int) -> None:
    tx.connection.execute(sa.delete(imports).where(imports.c.id == import_id))
    tx.connection.execute(sa.delete(import_stores).where(import_stores.c.import_id == import_id))


def delete_imports_before(tx: WriteTx, moment: datetime) -> None:
    tx.connection.execute(sa.delete(imports).where(imports.c.touched_at < moment))


def delete_left_over_rows(tx: WriteTx, limit: int) -> int:
    """Delete at most `limit` rows that belong to no import under way; how many."""
    under_way = sa.select(imports.c.id)
    left_over = sa.select(import_rows.c.id).where(import_rows.c.import_id.not_in(under_way)).limit(limit)
    delete = sa.delete(import_rows).where(import_rows.c.id.in_(left_over))
    return tx.connection.execute(delete).rowcount


def has_left_over_rows(tx: ReadTx) -> bool:
    query = sa.select(import_rows.c.id).where(import_rows.c.import_id.not_in(sa.select(imports.c.id))).limit(1)
    return tx.connection.execute(query).first() is not None


def insert_rows(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> None:
    tx.connection.execute(sa.insert(import_rows), rows)


def insert_stores(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        tx.connection.execute(sa.insert(import_stores), rows)


def update_changed_items(tx: WriteTx, import_id: int) -> list[int]:
    """Overwrite what the feed decides of every item that differs; what is reserved stays. Their ids."""
    values = {name: import_rows.c[name] for name in FED_COLUMNS}
    update = (
        sa.update(items)
        .values(**values, changed_at=tx.now)
        .where(
            *_of_import(import_id),
            items.c.store_id == import_stores.c.store_id,
            items.c.inventory_id == import_rows.c.inventory_id,
            items.c.fed_hash != import_rows.c.fed_hash,
        )
    )
    return sorted(tx.connection.execute(update.returning(items.c.id)).scalars())


def insert_new_items(tx: WriteTx, import_id: int) -> list[int]:
    """Add every item that the stock does not have, in the order of the file. Their ids."""
    fed = [import_rows.c[name] for name in FED_COLUMNS]
    now = sa.literal(tx.now, items.c.added_at.type)
    known = sa.exists().where(
        items.c.store_id == import_stores.c.store_id, items.c.inventory_id == import_rows.c.inventory_id
    )
    keys = (import_stores.c.dealer_id, import_stores.c.store_id, import_rows.c.inventory_id)
    query = sa.select(*keys, *fed, now, now).where(*_of_import(import_id), ~known).order_by(import_rows.c.id)
    columns = ["dealer_id", "store_id", "inventory_id", *FED_COLUMNS, "added_at", "changed_at"]
    insert = sa.insert(items).from_select(columns, query, include_defaults=False).returning(items.c.id)
    return sorted(tx.connection.execute(insert).scalars())


def _of_import(import_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        import_rows.c.import_id == import_id,
        import_stores.c.import_id == import_id,
        import_stores.c.place == import_rows.c.place,
    )
