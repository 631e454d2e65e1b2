"""Reads the rows of a table of machines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from partscounter.domain.assets import MarketSegment, PrincipalWork
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.machines.cells import read_code, read_moment, read_smcs
from partscounter.kit.sheets import TableRow

COLUMNS = (
    Column("serial_number", "The machine's serial number: text, leading zeros count.", required=True),
    Column("originator", "The dealer code of whoever says that the code is on the machine.", required=True),
    Column("make", "Who made it; blank = CAT. A machine is found by make and serial number."),
    Column("qr_code", "Its code, 15 digits and letters; blank = the one that it has, or a new one."),
    Column("model", "Its model, such as 926M."),
    Column("product_family", "What kind of machine it is, such as WHEEL LOADER."),
    Column("build_year", "Four digits; blank = unknown."),
    Column("smcs_code", "Service Management Control System code: four digits or letters."),
    Column("userid", "Whose machine it is: the end-user id of a customer; blank = nobody's."),
    Column("work_code", "What the machine mainly does; blank = unknown, and so are the next three."),
    Column("work_description", "The same in words."),
    Column("work_type", "The kind of the code, such as Engine."),
    Column("work_assigned_at", "Since when: 2022-06-28, or 2022-06-28T10:16:56 in UTC; required with work_code."),
    Column("segment_code", "The trade that it works in; blank = unknown, and so are the next three."),
    Column("segment_description", "The same in words."),
    Column("sub_segment_code", "The part of the trade."),
    Column("sub_segment_description", "The same in words."),
)

DEFAULT_MAKE = "CAT"
_TEXTS = ("model", "product_family")


@dataclass(frozen=True, slots=True)
class MachineRow:
    """What one row says; columns that the table does not have are not in `told`."""

    line: int
    make: str
    serial_number: str
    qr_code: str
    originator: str
    userid: str | None
    """None where the table does not say; empty for nobody's."""
    year_text: str
    told: Mapping[str, Any]
    """By the names of `Asset`."""

    @property
    def name(self) -> tuple[str, str]:
        """What the machine is found by."""
        return self.make, self.serial_number


def read_machines(reading: Reading) -> Sequence[MachineRow]:
    """The rows, without those that say again what an earlier one said."""
    rows = []
    for row in reading.table.rows:
        read = MachineRow(
            line=row.line,
            make=reading.cell(row, "make", cells.read_text, "") or DEFAULT_MAKE,
            serial_number=reading.cell(row, "serial_number", cells.read_id, ""),
            qr_code=reading.cell(row, "qr_code", read_code, ""),
            originator=reading.cell(row, "originator", cells.read_required_text, ""),
            userid=reading.cell(row, "userid", cells.read_text, "") if reading.has("userid") else None,
            year_text=row.cells["build_year"],
            told=_told(reading, row),
        )
        is_first = reading.is_first(row.line, "serial_number", read.name, row.cells)
        if read.serial_number and is_first and _is_only(reading, read):
            rows.append(read)
    return rows


def _is_only(reading: Reading, row: MachineRow) -> bool:
    return not row.qr_code or reading.is_first(row.line, "qr_code", ("code", row.qr_code), row.name)


def _told(reading: Reading, row: TableRow) -> dict[str, Any]:
    told: dict[str, Any] = {**reading.present(row, _TEXTS, cells.read_text, "")}
    if reading.has("smcs_code"):
        told["smcs_code"] = reading.cell(row, "smcs_code", read_smcs, "")
    if reading.has("work_code"):
        told["principal_work"] = _work(reading, row)
    if reading.has("segment_code"):
        told["market_segment"] = _segment(reading, row)
    return told


def _work(reading: Reading, row: TableRow) -> PrincipalWork | None:
    code = _text(reading, row, "work_code")
    if not code:
        return None
    nothing = datetime.min.replace(tzinfo=UTC)
    return PrincipalWork(
        code=code,
        description=_text(reading, row, "work_description"),
        code_type=_text(reading, row, "work_type"),
        assigned_at=reading.cell(row, "work_assigned_at", read_moment, nothing),
    )


def _segment(reading: Reading, row: TableRow) -> MarketSegment | None:
    code = _text(reading, row, "segment_code")
    if not code:
        return None
    return MarketSegment(
        code=code,
        description=_text(reading, row, "segment_description"),
        sub_segment_code=_text(reading, row, "sub_segment_code"),
        sub_segment_description=_text(reading, row, "sub_segment_description"),
    )


def _text(reading: Reading, row: TableRow, column: str) -> str:
    return reading.cell(row, column, cells.read_text, "")
