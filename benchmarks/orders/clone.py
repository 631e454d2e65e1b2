"""Copies of one order, made by the database: nobody waits for 100,000 to be placed one after the other."""

from functools import partial

import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.kit.actor import Actor
from partscounter.schema import metadata

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
_OWN = {
    "orders": {"id": "1 + i", "uuid": "'U' || i", "number": "'N' || i", "document_number": "'C' || i"},
    "order_lines": {"id": None, "order_id": "1 + i", "key": "'K' || i || '-' || t.number"},
}
"""What a copy has of its own; None is left to the database."""


def clone_orders(database: Database, many: int) -> None:
    """Until there are `many` orders like the only one there is."""
    database.write(Actor(name="bench", door="bench"), partial(_clone, many=many - 1))


def _clone(tx: WriteTx, many: int) -> None:
    for table, own in _OWN.items():
        columns = [column.name for column in metadata.tables[table].c if own.get(column.name, "") is not None]
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(own.get(name) or f't."{name}"' for name in columns)
        original = "t.id = 1" if table == "orders" else "t.order_id = 1"
        select = f"{_NUMBERS} SELECT {values} FROM {table} t, n WHERE {original}"  # noqa: S608 - names of our own tables
        insert = f"INSERT INTO {table} ({names}) {select}"
        tx.connection.execute(sa.text(insert), {"many": many})
