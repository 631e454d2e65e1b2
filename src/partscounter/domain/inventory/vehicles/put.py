"""Making vehicles known."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain.inventory.vehicles import store as sql
from partscounter.domain.inventory.vehicles.vehicle import Vehicle


def hold_vehicles(tx: WriteTx) -> None:
    """Until this transaction ends nobody else changes a vehicle."""
    sql.lock_vehicles(tx)


def put_vehicles(tx: WriteTx, vehicles: Sequence[Vehicle]) -> None:
    """Each is from now on as it is given here, whether it was known or not; no two of them may be the same vehicle."""
    sql.put_vehicles(tx, vehicles)
