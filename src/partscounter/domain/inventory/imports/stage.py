"""Writes the rows of an import beside the stock, in short transactions, and takes away what is no longer needed."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from partscounter.database import Database, WriteTx
from partscounter.domain.inventory.feed import fed_rows
from partscounter.domain.inventory.imports import store as sql
from partscounter.domain.inventory.imports.compare import PlacedItem
from partscounter.domain.inventory.imports.errors import ImportLost
from partscounter.kit.actor import Actor

DEAD_AFTER = timedelta(hours=1)
"""An import that staged nothing for so long was killed."""

_DELETED_AT_ONCE = 5000


def begin_import(tx: WriteTx) -> int:
    """A new import's number, never given before; what killed ones left becomes removable."""
    sql.delete_imports_before(tx, tx.now - DEAD_AFTER)
    import_id = secrets.randbits(62)
    sql.insert_import(tx, import_id)
    return import_id


def stage_rows(tx: WriteTx, import_id: int, batch: Sequence[PlacedItem]) -> None:
    """Write `batch` beside the stock. Names that are new to the catalogue are numbered here; nothing else shows."""
    require_import(tx, import_id)
    rows = fed_rows(tx, [item.fed for item in batch])
    keys = ({"import_id": import_id, "place": item.place} for item in batch)
    sql.insert_rows(tx, [key | row for key, row in zip(keys, rows, strict=True)])


def require_import(tx: WriteTx, import_id: int) -> None:
    """Refuses with ImportLost if another import took this one for dead."""
    if not sql.touch_import(tx, import_id):
        raise ImportLost("the import stood still for too long and was given up; run it again")


def end_import(database: Database, actor: Actor, import_id: int) -> None:
    """Forget the import if it was not applied, and remove its rows and those that killed imports left."""
    database.write(actor, lambda tx: sql.delete_import(tx, import_id))
    remove_left_over_rows(database, actor)


def remove_left_over_rows(database: Database, actor: Actor) -> None:
    """In short transactions, so that others can write in between."""
    with database.read() as tx:
        left_over = sql.has_left_over_rows(tx)
    while left_over:
        left_over = database.write(actor, lambda tx: sql.delete_left_over_rows(tx, _DELETED_AT_ONCE)) > 0
