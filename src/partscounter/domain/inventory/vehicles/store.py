"""SQL of vehicles."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.vehicles.tables import vehicles
from partscounter.domain.inventory.vehicles.vehicle import Vehicle

_AT_ONCE = 500
_COLUMNS = [vehicles.c[field.name] for field in fields(Vehicle)]
_KEY = ["store_id", "vehicle_id"]


def load_vehicles(tx: ReadTx, store_id: int, vehicle_ids: Collection[str]) -> list[Vehicle]:
    wanted = sorted(vehicle_ids)
    found: list[Vehicle] = []
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found += _select(tx, vehicles.c.store_id == store_id, vehicles.c.vehicle_id.in_(part))
    return found


def vehicles_of_store(tx: ReadTx, store_id: int, after: str, limit: int) -> list[Vehicle]:
    return _select(tx, vehicles.c.store_id == store_id, vehicles.c.vehicle_id > after, limit=limit)


def put_vehicles(tx: WriteTx, rows: Sequence[Vehicle]) -> None:
    """Insert, or overwrite who has that key; in order of the keys, so that two writers cannot wait for each other."""
    insert = postgresql.insert(vehicles) if tx.connection.dialect.name == "postgresql" else sqlite.insert(vehicles)
    given = {column.name: insert.excluded[column.name] for column in vehicles.columns if column.name not in _KEY}
    upsert = insert.on_conflict_do_update(index_elements=_KEY, set_=given)
    ordered = sorted(rows, key=lambda row: (row.store_id, row.vehicle_id))
    if ordered:
        tx.connection.execute(upsert, [asdict(row) | {"changed_at": tx.now} for row in ordered])


def lock_vehicles(tx: WriteTx) -> None:
    """SQLite has one writer anyway."""
    if tx.connection.dialect.name == "postgresql":
        tx.connection.execute(sa.text("LOCK TABLE vehicles IN SHARE ROW EXCLUSIVE MODE"))


def _select(tx: ReadTx, *conditions: sa.ColumnElement[bool], limit: int | None = None) -> list[Vehicle]:
    query = sa.select(*_COLUMNS).where(*conditions).order_by(vehicles.c.vehicle_id).limit(limit)
    return [Vehicle(**row) for row in tx.connection.execute(query).mappings()]
