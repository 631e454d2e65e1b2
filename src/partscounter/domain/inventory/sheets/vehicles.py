"""Tables of vehicles: the whole units that items were taken off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.check import YEARS_AHEAD
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.sheets.known_stores import KnownStores
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import Plan, SheetKind
from partscounter.domain.inventory.vehicles import Vehicle, hold_vehicles, load_vehicles, put_vehicles

_TEXTS = ("make", "model", "vin", "serial_number", "category", "description")

COLUMNS = (
    Column("vendor_id", "The dealer's number: text, leading zeros count.", required=True),
    Column("vendor_store", "The store's number within the dealer: text.", required=True),
    Column("vehicle_id", "The vendor's id of the vehicle: text; items name it in their `vehicle_id`.", required=True),
    Column("year", "Model year, four digits; blank or 1900 = unknown."),
    Column("make", "Who made it."),
    Column("model", "Its model."),
    Column("vin", "Vehicle identification number; shown with its items that have none of their own."),
    Column("serial_number", "Serial number of a machine."),
    Column("category", "What kind of unit it is, such as Tractor."),
    Column("description", "Short text in one line."),
)


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """What one row says; columns that the table does not have are not in `told`."""

    line: int
    vendor_id: str
    vendor_store: str
    vehicle_id: str
    told: Mapping[str, Any]
    year_text: str


def read_vehicles(reading: Reading) -> Sequence[VehicleRow]:
    """The rows, without those that say again what an earlier one said."""
    rows = []
    for row in reading.table.rows:
        vendor_id, vendor_store = reading.store(row)
        vehicle_id = reading.cell(row, "vehicle_id", cells.read_id, "")
        told: Mapping[str, Any] = reading.present(row, _TEXTS, cells.read_text, "")
        if reading.is_first(row.line, "vehicle_id", (vendor_id, vendor_store, vehicle_id), row.cells):
            rows.append(VehicleRow(row.line, vendor_id, vendor_store, vehicle_id, told, row.cells["year"]))
    return rows


def plan_vehicles(tx: ReadTx, rows: Sequence[VehicleRow], reading: Reading) -> Plan[Vehicle]:
    """What the rows change. Their stores must be known."""
    by_store: dict[int, list[VehicleRow]] = {}
    stores = KnownStores(tx, reading)
    for row in rows:
        store_id = stores.find(row.line, row.vendor_id, row.vendor_store)
        if store_id is not None:
            by_store.setdefault(store_id, []).append(row)
    new, changed = [], []
    latest_year = tx.now.year + YEARS_AHEAD
    for store_id, of_store in by_store.items():
        known = load_vehicles(tx, store_id, {row.vehicle_id for row in of_store})
        for row in of_store:
            before = known.get(row.vehicle_id)
            told = {**row.told, **_year(row, latest_year, reading)}
            after = replace(before or Vehicle(store_id, row.vehicle_id), **told)
            if before is None:
                new.append(after)
            elif after != before:
                changed.append(after)
    unchanged = len(rows) - len(new) - len(changed)
    counts = {"vehicles": len(rows), "added": len(new), "changed": len(changed), "unchanged": unchanged}
    return Plan(counts, (*new, *changed))


def apply_vehicles(tx: WriteTx, plan: Plan[Vehicle]) -> None:
    """Write what is new or has changed."""
    put_vehicles(tx, plan.changes)


def _year(row: VehicleRow, latest: int, reading: Reading) -> dict[str, int | None]:
    """Judged here, since the latest year hangs on the moment of the transaction."""
    if not reading.has("year"):
        return {}
    try:
        return {"year": cells.read_year(row.year_text, latest)}
    except ValueError as wrong:
        reading.refuse(row.line, "year", str(wrong), row.year_text)
        return {}


VEHICLES = SheetKind("vehicles", COLUMNS, read_vehicles, plan_vehicles, hold_vehicles, apply_vehicles)
"""One row a vehicle, found by vendor, store and id. A column that the table does not have leaves what is known."""
