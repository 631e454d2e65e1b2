"""SQL of rows on their way into the stock: thousands of items by one statement, past the ORM's and Core's per-row cost.

SQLite is given a statement and many tuples. PostgreSQL is given one array for each column and makes rows of them.
"""

import json
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.intake.row import NAMED, FedRow
from partscounter.domain.inventory.tables import items

_FED = (*FedRow._fields, *NAMED, "fed_hash", "changed_at")
_NEW = ("id", "dealer_id", "store_id", "added_at", *_FED)
_ONE_IMPORT_AT_A_TIME = sa.text("SELECT pg_advisory_xact_lock(7165012)")
"""Any number does that nothing else of the program locks."""


def lock_intake(tx: WriteTx) -> None:
    """Batches enter one after the other, so that two of the same items do not wait for each other's rows."""
    if _is_postgres(tx):
        tx.connection.execute(_ONE_IMPORT_AT_A_TIME)


def known_items(tx: ReadTx, keys: Sequence[tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """(item id, fed hash) of those (store id, inventory id) that the stock has, by their place in `keys`."""
    query = _KNOWN_POSTGRES if _is_postgres(tx) else _KNOWN_SQLITE
    rows = tx.connection.execute(query, {"keys": json.dumps(keys)})
    return {place: (id_, fed) for place, id_, fed in rows}


def new_ids(tx: WriteTx, count: int) -> list[int]:
    """Ids that no item has. On SQLite they are only ours because the one writer is."""
    if _is_postgres(tx):
        return list(tx.connection.execute(_NEXT_IDS, {"count": count}).scalars())
    last = tx.connection.scalar(sa.select(sa.func.max(items.c.id))) or 0
    return list(range(last + 1, last + 1 + count))


def insert_items(tx: WriteTx, rows: Sequence[Sequence[object]]) -> frozenset[int]:
    """Add rows of `(id, dealer, store, FedRow…, names…, fed hash)`; the ids of those that nobody else had added first.

    (`new_row` makes them.)
    """
    if _is_postgres(tx):
        arrays = tuple(map(list, zip(*rows, strict=True)))
        return frozenset(tx.connection.exec_driver_sql(_INSERT_POSTGRES, arrays).scalars())
    tx.connection.exec_driver_sql(_INSERT_SQLITE, list(map(tuple, rows)))
    return frozenset(row[0] for row in rows if isinstance(row[0], int))


def update_items(tx: WriteTx, rows: Sequence[Sequence[object]]) -> None:
    """Overwrite what a feed decides, in rows of `(FedRow…, names…, fed hash, changed at, id)`; what is held stays."""
    if _is_postgres(tx):
        arrays = tuple(map(list, zip(*rows, strict=True)))
        tx.connection.exec_driver_sql(_UPDATE_POSTGRES, arrays)
    else:
        tx.connection.exec_driver_sql(_UPDATE_SQLITE, list(map(tuple, rows)))


def moment_of(tx: WriteTx) -> object:
    """The transaction's time as the driver stores it."""
    process = items.c.changed_at.type.bind_processor(tx.connection.dialect)
    moment = process(tx.now) if process else tx.now
    # What SQLite's driver would make of it, once and not for every row.
    return moment if _is_postgres(tx) else moment.isoformat(" ")


def _is_postgres(tx: ReadTx) -> bool:
    return tx.connection.dialect.name == "postgresql"


def _postgres_type(name: str) -> str:
    kind = items.c[name].type
    if isinstance(kind, sa.JSON):
        return "text"  # an array of JSON would be taken for JSON
    if name in ("added_at", "changed_at"):
        return "timestamptz"
    return {sa.Text: "text", sa.Boolean: "boolean"}.get(type(kind), "bigint")


def _unnested(names: Iterable[str]) -> str:
    arrays = ", ".join(f"%s::{_postgres_type(name)}[]" for name in names)
    return f"unnest({arrays}) AS fed ({', '.join(names)})"


def _from_array(name: str) -> str:
    return f"CAST(fed.{name} AS jsonb)" if isinstance(items.c[name].type, sa.JSON) else f"fed.{name}"


# S608 in what follows: every part is a column of the table, none is a value.
_MARKS = ", ".join("?" * len(_NEW))
_INSERT_SQLITE = f"INSERT INTO items ({', '.join(_NEW)}) VALUES ({_MARKS})"  # noqa: S608
_UPDATE_SQLITE = f"UPDATE items SET {', '.join(f'{name} = ?' for name in _FED)} WHERE id = ?"  # noqa: S608
_INSERT_POSTGRES = (
    f"INSERT INTO items ({', '.join(_NEW)}) SELECT {', '.join(map(_from_array, _NEW))}"  # noqa: S608
    f" FROM {_unnested(_NEW)} ON CONFLICT (store_id, inventory_id) DO NOTHING RETURNING id"
)
_UPDATE_POSTGRES = (
    f"UPDATE items SET {', '.join(f'{name} = {_from_array(name)}' for name in _FED)}"  # noqa: S608
    f" FROM {_unnested((*_FED, 'id'))} WHERE items.id = fed.id"
)
_KNOWN_SQLITE = sa.text(
    "SELECT fed.key, items.id, items.fed_hash FROM json_each(:keys) AS fed CROSS JOIN items"
    " ON items.store_id = json_extract(fed.value, '$[0]') AND items.inventory_id = json_extract(fed.value, '$[1]')"
)
_KNOWN_POSTGRES = sa.text(
    "SELECT fed.place - 1, items.id, items.fed_hash"
    " FROM jsonb_array_elements(CAST(:keys AS jsonb)) WITH ORDINALITY AS fed (key, place)"
    " JOIN items ON items.store_id = CAST(fed.key->>0 AS bigint) AND items.inventory_id = fed.key->>1"
)
_NEXT_IDS = sa.text("SELECT nextval(pg_get_serial_sequence('items', 'id')) FROM generate_series(1, :count)")
