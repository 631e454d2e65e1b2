"""Finding vehicles."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.inventory.vehicles import store as sql
from partscounter.domain.inventory.vehicles.vehicle import Vehicle


def find_vehicle(tx: ReadTx, store_id: int, vehicle_id: str) -> Vehicle | None:
    """By store and the vendor's own id, exactly as text."""
    return load_vehicles(tx, store_id, [vehicle_id]).get(vehicle_id) if vehicle_id else None


def load_vehicles(tx: ReadTx, store_id: int, vehicle_ids: Collection[str]) -> dict[str, Vehicle]:
    """Those of the vehicles that the store has, by their ids."""
    return {vehicle.vehicle_id: vehicle for vehicle in sql.load_vehicles(tx, store_id, vehicle_ids)}


def list_vehicles(tx: ReadTx, store_id: int, *, after: str = "", limit: int = 100) -> list[Vehicle]:
    """The vehicles of a store in order of their ids, those behind `after`: a page after the other."""
    return sql.vehicles_of_store(tx, store_id, after, limit)
