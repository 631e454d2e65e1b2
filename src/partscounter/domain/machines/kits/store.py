"""SQL of service kits."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.machines.kits.kit import Kit, KitPart
from partscounter.domain.machines.kits.tables import service_kit_parts, service_kits
from partscounter.kit.text import squash

_KEYS = ("make_key", "model_key", "hours", "name")
_AT_ONCE = 500

# Two writers of one kit at once: the second waits here, and finds it there.
_NEW = sa.text(
    "INSERT INTO service_kits (make_key, model_key, hours, name, make, model) "
    "VALUES (:make_key, :model_key, :hours, :name, :make, :model) ON CONFLICT (make_key, model_key, hours, name) "
    "DO UPDATE SET make = excluded.make, model = excluded.model RETURNING id"
)


def kits(tx: ReadTx, make_key: str | None = None, model_key: str | None = None) -> list[Kit]:
    query = sa.select(service_kits).order_by(*(service_kits.c[name] for name in _KEYS))
    if make_key is not None:
        query = query.where(service_kits.c.make_key == make_key, service_kits.c.model_key == model_key)
    return _with_parts(tx, query)


def find_kit(tx: ReadTx, kit_id: int) -> Kit | None:
    found = _with_parts(tx, sa.select(service_kits).where(service_kits.c.id == kit_id))
    return found[0] if found else None


def put_kit(tx: WriteTx, kit: Kit) -> None:
    keys = {"make_key": squash(kit.make), "model_key": squash(kit.model), "hours": kit.hours, "name": kit.name}
    kit_id = tx.connection.execute(_NEW, {**keys, "make": kit.make, "model": kit.model}).scalar_one()
    tx.connection.execute(sa.delete(service_kit_parts).where(service_kit_parts.c.kit_id == kit_id))
    if not kit.parts:
        tx.connection.execute(sa.delete(service_kits).where(service_kits.c.id == kit_id))
        return
    rows = [
        {
            "kit_id": kit_id,
            "position": position,
            "part_number": part.part_number,
            "quantity": part.quantity,
            "description": part.description,
        }
        for position, part in enumerate(kit.parts, start=1)
    ]
    tx.connection.execute(sa.insert(service_kit_parts), rows)


def delete_kit(tx: WriteTx, kit_id: int) -> None:
    tx.connection.execute(sa.delete(service_kit_parts).where(service_kit_parts.c.kit_id == kit_id))
    tx.connection.execute(sa.delete(service_kits).where(service_kits.c.id == kit_id))


def _with_parts(tx: ReadTx, query: sa.Select[*tuple[object, ...]]) -> list[Kit]:
    found = [
        Kit(make=row["make"], model=row["model"], hours=row["hours"], name=row["name"], id=row["id"])
        for row in tx.connection.execute(query).mappings()
    ]
    parts = _parts_of(tx, [kit.id for kit in found])
    return [replace(kit, parts=tuple(parts.get(kit.id, ()))) for kit in found]


def _parts_of(tx: ReadTx, kit_ids: Sequence[int]) -> dict[int, list[KitPart]]:
    parts: dict[int, list[KitPart]] = {}
    for start in range(0, len(kit_ids), _AT_ONCE):
        query = sa.select(service_kit_parts).where(service_kit_parts.c.kit_id.in_(kit_ids[start : start + _AT_ONCE]))
        for row in tx.connection.execute(query.order_by(service_kit_parts.c.kit_id, service_kit_parts.c.position)):
            parts.setdefault(row.kit_id, []).append(KitPart(row.part_number, row.quantity, row.description))
    return parts
