"""Adding an entry to a ledger, and saying so."""

from datetime import date
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.charge import CoreCharge, EntryKind, Grade
from partscounter.domain.cores.events import CoreEntered

NOTHING = Decimal("0.00")


def enter(
    tx: WriteTx,
    charge: CoreCharge,
    kind: EntryKind,
    units: int,
    *,
    credit: Decimal = NOTHING,
    kept: Decimal = NOTHING,
    grade: Grade | None = None,
    due_on: date | None = None,
    note: str = "",
) -> None:
    """One entry. The caller holds the charge, or has just made it."""
    values = {
        "order_id": charge.order_id,
        "line_number": charge.line_number,
        "kind": kind.value,
        "units": units,
        "credit": credit,
        "kept": kept,
        "grade": None if grade is None else grade.value,
        "due_on": due_on,
        "note": note,
    }
    sql.insert_entry(tx, values)
    tx.emit(CoreEntered(charge.order_id, charge.line_number, kind, units, credit, kept, grade, due_on))
