"""Tables of machines: their codes, what they are, and whose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import assets, customers
from partscounter.domain.assets import Asset
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.check import YEARS_AHEAD
from partscounter.domain.inventory.sheets import SheetKind
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import Plan
from partscounter.domain.machines.sheets.read_machines import COLUMNS, MachineRow, read_machines


@dataclass(frozen=True, slots=True)
class MachineChange:
    """A machine as it is known, if it is, and what is told of it."""

    known: Asset | None
    row: MachineRow
    told: Mapping[str, Any]


def plan_machines(tx: ReadTx, rows: Sequence[MachineRow], reading: Reading) -> Plan[MachineChange]:
    """What the rows change. A machine keeps its code, and a code its machine."""
    known = assets.find_machines(tx, {row.name for row in rows})
    bearers = assets.find_codes(tx, {row.qr_code for row in rows if row.qr_code})
    new, changed = [], []
    for row in rows:
        before = known.get(row.name)
        _check_code(row, before, bearers.get(row.qr_code), reading)
        change = MachineChange(before, row, _told(tx, row, reading))
        if before is None:
            new.append(change)
        elif any(getattr(before, name) != value for name, value in change.told.items()):
            changed.append(change)
    unchanged = len(rows) - len(new) - len(changed)
    counts = {"machines": len(rows), "added": len(new), "changed": len(changed), "unchanged": unchanged}
    return Plan(counts, (*new, *changed))


def apply_machines(tx: WriteTx, plan: Plan[MachineChange]) -> None:
    """Write what is new or has changed. A code that was taken meanwhile refuses the whole table."""
    for change in plan.changes:
        if change.known is not None:
            assets.change_asset(tx, change.known, **change.told)
            continue
        row = change.row
        code = row.qr_code or assets.new_code()
        assets.associate_asset(tx, qr_code=code, serial_number=row.serial_number, make=row.make, **change.told)


def _check_code(row: MachineRow, before: Asset | None, bearer: Asset | None, reading: Reading) -> None:
    if bearer is not None and (before is None or bearer.id != before.id):
        reading.refuse(row.line, "qr_code", f"{bearer.make} {bearer.serial_number} has this code", row.qr_code)
    elif before is not None and row.qr_code and row.qr_code != before.qr_code:
        reading.refuse(row.line, "qr_code", f"this machine has the code {before.qr_code}", row.qr_code)


def _told(tx: ReadTx, row: MachineRow, reading: Reading) -> dict[str, Any]:
    told: dict[str, Any] = {"originator": row.originator, **row.told}
    if reading.has("build_year"):
        told["build_year"] = _year(row, tx.now.year + YEARS_AHEAD, reading)
    if row.userid is not None:
        told["customer_id"] = _owner(tx, row, reading)
    return told


def _year(row: MachineRow, latest: int, reading: Reading) -> int | None:
    """Judged here, since the latest year hangs on the moment of the transaction."""
    try:
        return cells.read_year(row.year_text, latest)
    except ValueError as wrong:
        reading.refuse(row.line, "build_year", str(wrong), row.year_text)
        return None


def _owner(tx: ReadTx, row: MachineRow, reading: Reading) -> int | None:
    if not row.userid:
        return None
    customer = customers.find_customer_by_userid(tx, row.userid)
    if customer is None:
        issue = f"there is no customer with the end-user id {row.userid!r}"
        reading.refuse(row.line, "userid", issue, row.userid)
        return None
    return customer.id


def _hold_nothing(_: WriteTx) -> None:
    """Two writers cannot give one code twice, and of two changes at once the later one counts."""


MACHINES = SheetKind("machines", COLUMNS, read_machines, plan_machines, _hold_nothing, apply_machines)
"""One row a machine, found by make and serial number. A column that the table does not have leaves what is known."""
