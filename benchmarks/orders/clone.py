"""Copies of one order, made by the database: nobody waits for 100,000 to be placed one after the other.

Each has a buyer, addresses and prices of its own, and there are 1,000 customers: among equal ones, whatever is
remembered while reading would look better than it is.
"""

from functools import partial

import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.kit.actor import Actor
from partscounter.schema import metadata

CUSTOMERS = 1_000
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
_CONTACT = (
    "json_object('name', 'Bea Buyer ' || i, 'phone', '402-' || i, 'email', i || '@buyers.example', 'company', '')"
)
_REP = "json_object('code', 'R' || (i % 40), 'name', 'Rep ' || (i % 40), 'email', '')"
_ADDRESS = (
    "json_object('company', 'Buyers of ' || i, 'street', i || ' Main Street', 'city', 'Lincoln', 'state', 'NE', "
    "'postal_code', '68' || (100 + i % 900), 'country', 'US')"
)
_PARTIES = f"json_object('contact', {_CONTACT}, 'rep', {_REP}, 'bill_to', {_ADDRESS}, 'ship_to', {_ADDRESS})"
_CENTS = "500 + (i * 37 + t.number * 1009) % 90000"
_OWN = {
    "customers": {
        "id": "1 + i",
        "customer_id": "'I' || i",
        "userid": "'L' || i",
        "code": "10000 + i",
        "invoice_address": _ADDRESS,
    },
    "orders": {
        "id": "1 + i",
        "uuid": "'U' || i",
        "number": "'N' || i",
        "document_number": "'C' || i",
        "customer_id": f"1 + i % {CUSTOMERS}",
        "parties": _PARTIES,
    },
    "order_lines": {
        "id": None,
        "order_id": "1 + i",
        "key": "'K' || i || '-' || t.number",
        "price_each": _CENTS,
        "price_list": f"2 * ({_CENTS})",
    },
}
"""What a copy has of its own; None is left to the database."""


def clone_orders(database: Database, many: int) -> None:
    """Until there are `many` orders of the kind of the only one there is, for `CUSTOMERS`."""
    database.write(Actor(name="bench", door="bench"), partial(_clone, many=many - 1))


def _clone(tx: WriteTx, many: int) -> None:
    for table, own in _OWN.items():
        columns = [column.name for column in metadata.tables[table].c if own.get(column.name, "") is not None]
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(own.get(name) or f't."{name}"' for name in columns)
        original = "t.order_id = 1" if table == "order_lines" else "t.id = 1"
        select = f"{_NUMBERS} SELECT {values} FROM {table} t, n WHERE {original}"  # noqa: S608 - names of our own tables
        insert = f"INSERT INTO {table} ({names}) {select}"
        tx.connection.execute(sa.text(insert), {"many": CUSTOMERS - 1 if table == "customers" else many})
