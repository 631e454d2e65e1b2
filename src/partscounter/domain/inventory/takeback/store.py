"""SQL of what imports did."""

import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.intake import FedRow
from partscounter.domain.inventory.tables import items
from partscounter.domain.inventory.takeback.change import Effect, HeldItem, KeptChange, Outcome
from partscounter.domain.inventory.takeback.tables import import_changes

_KEPT = [
    import_changes.c[name]
    for name in (
        "item_id",
        "effect",
        "hash_before",
        "hash_after",
        "on_hand_before",
        "on_hand_after",
        "images_after",
        "row_before",
    )
]


def plain_json(text: str) -> str:
    """The same JSON, spelled as this module spells it: the engines have ways of their own."""
    return json.dumps(json.loads(text))


def _stored(name: str) -> sa.ColumnElement[object]:
    """A column of `items` as a fed row holds it: JSON as text, amounts as cents."""
    column = items.c[name]
    if isinstance(column.type, sa.JSON):
        return sa.cast(column, sa.Text)
    return sa.type_coerce(column, sa.BigInteger()) if name.endswith("price") else column


_ROWS = sa.select(items.c.id, items.c.fed_hash, *(_stored(name) for name in FedRow._fields))


def lock_rows(tx: WriteTx, ids: Sequence[int]) -> dict[int, tuple[str, FedRow]]:
    """(hash, row) of each item as it is, in order of their ids as orders lock them."""
    query = _ROWS.where(items.c.id.in_(sorted(ids))).order_by(items.c.id).with_for_update()
    return {row[0]: (row[1], FedRow(*row[2:])) for row in tx.connection.execute(query)}


def keep(tx: WriteTx, import_id: int, changes: Sequence[KeptChange]) -> None:
    if not changes:
        return
    dialect = postgresql.insert if tx.connection.dialect.name == "postgresql" else sqlite.insert
    insert = dialect(import_changes)
    kept = {column.name: insert.excluded[column.name] for column in _KEPT if column.name != "item_id"}
    statement = insert.on_conflict_do_update(index_elements=["import_id", "item_id"], set_=kept)
    tx.connection.execute(statement, [_row(import_id, change) for change in changes])


def _row(import_id: int, change: KeptChange) -> dict[str, object]:
    return {
        "import_id": import_id,
        "item_id": change.item_id,
        "effect": change.effect,
        "hash_before": change.hash_before,
        "hash_after": change.hash_after,
        "on_hand_before": change.on_hand_before,
        "on_hand_after": change.on_hand_after,
        "images_after": change.images_after,
        "row_before": None if change.row_before is None else json.dumps(change.row_before),
    }


def changes_to_take_back(tx: WriteTx, import_id: int, limit: int) -> list[KeptChange]:
    """In order of the items' ids."""
    query = sa.select(*_KEPT).where(import_changes.c.import_id == import_id, import_changes.c.outcome.is_(None))
    rows = tx.connection.execute(query.order_by(import_changes.c.item_id).limit(limit))
    return [_change(row) for row in rows.mappings()]


def _change(row: sa.RowMapping) -> KeptChange:
    before = None if row["row_before"] is None else FedRow(*json.loads(row["row_before"]))
    typed = {"effect": Effect(row["effect"]), "row_before": before}
    return KeptChange(**{**row, **typed})


def lock_items(tx: WriteTx, ids: Sequence[int]) -> dict[int, HeldItem]:
    columns = (items.c.dealer_id, items.c.store_id, items.c.fed_hash, items.c.listed, items.c.on_hand, items.c.images)
    query = sa.select(items.c.id, *columns).where(items.c.id.in_(sorted(ids))).order_by(items.c.id).with_for_update()
    rows = tx.connection.execute(query)
    return {row[0]: HeldItem(*row[:-1], json.dumps(row[-1])) for row in rows}


def withdraw(tx: WriteTx, units: Mapping[int, int]) -> None:
    """Off offer, with that many units on hand."""
    if units:
        update = sa.update(items).where(items.c.id == sa.bindparam("item"))
        values = update.values(listed=False, fed_hash="", on_hand=sa.bindparam("units"), changed_at=tx.now)
        tx.connection.execute(values, [{"item": id_, "units": number} for id_, number in units.items()])


def offer_again(tx: WriteTx, hashes: Mapping[int, str]) -> None:
    """On offer, as it was last fed."""
    if hashes:
        update = sa.update(items).where(items.c.id == sa.bindparam("item"))
        values = update.values(listed=True, fed_hash=sa.bindparam("fed"), changed_at=tx.now)
        tx.connection.execute(values, [{"item": id_, "fed": fed} for id_, fed in hashes.items()])


def note_outcome(tx: WriteTx, import_id: int, outcome: Outcome, ids: Sequence[int]) -> None:
    if ids:
        mine = (import_changes.c.import_id == import_id, import_changes.c.item_id.in_(ids))
        tx.connection.execute(sa.update(import_changes).where(*mine).values(outcome=outcome))


def count_outcomes(tx: ReadTx, import_id: int) -> dict[Outcome | None, int]:
    query = sa.select(import_changes.c.outcome, sa.func.count()).where(import_changes.c.import_id == import_id)
    rows = tx.connection.execute(query.group_by(import_changes.c.outcome))
    return {None if outcome is None else Outcome(outcome): number for outcome, number in rows}


def left_alone(tx: ReadTx, import_id: int, limit: int) -> list[int]:
    mine = (import_changes.c.import_id == import_id, import_changes.c.outcome == Outcome.LEFT)
    query = sa.select(import_changes.c.item_id).where(*mine).order_by(import_changes.c.item_id).limit(limit)
    return list(tx.connection.execute(query).scalars())


def imports_of_item(tx: ReadTx, item_id: int, limit: int) -> list[tuple[int, Effect, Outcome | None]]:
    query = sa.select(import_changes.c.import_id, import_changes.c.effect, import_changes.c.outcome)
    query = query.where(import_changes.c.item_id == item_id).order_by(import_changes.c.import_id.desc()).limit(limit)
    rows = tx.connection.execute(query)
    return [(id_, Effect(effect), None if outcome is None else Outcome(outcome)) for id_, effect, outcome in rows]


def oldest(tx: ReadTx) -> int | None:
    found: int | None = tx.connection.scalar(sa.select(sa.func.min(import_changes.c.import_id)))
    return found


def forget(tx: WriteTx, import_id: int, limit: int) -> int:
    """How many were forgotten."""
    mine = import_changes.c.import_id == import_id
    chosen = sa.select(import_changes.c.item_id).where(mine).limit(limit)
    return tx.connection.execute(sa.delete(import_changes).where(mine, import_changes.c.item_id.in_(chosen))).rowcount
