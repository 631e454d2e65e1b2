"""Tables of service kits: one row a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.sheets import SheetKind
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import Plan
from partscounter.domain.machines.kits import Kit, KitPart, key_of, list_kits, put_kits
from partscounter.kit.text import squash

COLUMNS = (
    Column("make", "Make of the machines that the kit is for.", required=True),
    Column("model", "Their model.", required=True),
    Column(
        "hours", "Hours of work after which the service is due, a whole number; 0 = it hangs on none.", required=True
    ),
    Column("part_number", "The part as it is ordered, such as 1R-1808.", required=True),
    Column("quantity", "How many of it, a whole number from 1; blank = 1."),
    Column("description", "What the part is."),
    Column("kit", "What tells two kits of the same hours apart; mostly blank."),
)

_DIGITS = re.compile(r"[0-9]{1,6}")
_MOST_UNITS = 10_000

KitKey = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class KitRow:
    """What one row says."""

    key: KitKey
    kit: Kit
    part: KitPart


def read_kit_rows(reading: Reading) -> Sequence[KitRow]:
    """The rows, without those that say again what an earlier one said."""
    rows = []
    for row in reading.table.rows:
        kit = Kit(
            make=reading.cell(row, "make", cells.read_required_text, ""),
            model=reading.cell(row, "model", cells.read_required_text, ""),
            hours=reading.cell(row, "hours", _read_hours, 0),
            name=reading.cell(row, "kit", cells.read_text, ""),
        )
        part = KitPart(
            part_number=reading.cell(row, "part_number", cells.read_id, ""),
            quantity=reading.cell(row, "quantity", _read_quantity, 1),
            description=reading.cell(row, "description", cells.read_text, ""),
        )
        key = key_of(kit)
        if reading.is_first(row.line, "part_number", (key, squash(part.part_number)), part):
            rows.append(KitRow(key, kit, part))
    return rows


def plan_kits(tx: ReadTx, rows: Sequence[KitRow], _: Reading) -> Plan[Kit]:
    """Which kits are new or have other parts now; kits that the table does not name stay."""
    known = {key_of(kit): kit for kit in list_kits(tx)}
    new, changed, unchanged = [], [], 0
    for key, of_kit in groupby(sorted(rows, key=attrgetter("key")), key=attrgetter("key")):
        told = tuple(of_kit)
        kit = replace(told[0].kit, parts=tuple(row.part for row in told))
        before = known.get(key)
        if before is None:
            new.append(kit)
        elif before.parts != kit.parts:
            changed.append(kit)
        else:
            unchanged += 1
    count = len(new) + len(changed) + unchanged
    counts = {"kits": count, "added": len(new), "changed": len(changed), "unchanged": unchanged, "parts": len(rows)}
    return Plan(counts, (*new, *changed))


def apply_kits(tx: WriteTx, plan: Plan[Kit]) -> None:
    """Write what is new or has changed, in one order, so that two writers cannot wait for each other."""
    put_kits(tx, sorted(plan.changes, key=key_of))


def _read_hours(text: str) -> int:
    if not _DIGITS.fullmatch(text):
        raise ValueError(f"{text!r} is not a whole number of hours")
    return int(text)


def _read_quantity(text: str) -> int:
    if not text:
        return 1
    if not _DIGITS.fullmatch(text) or not 1 <= int(text) <= _MOST_UNITS:
        raise ValueError(f"{text!r} is not a whole number from 1 to {_MOST_UNITS}")
    return int(text)


def _hold_nothing(_: WriteTx) -> None:
    """Of two imports at once the later one's parts count."""


KITS = SheetKind("kits", COLUMNS, read_kit_rows, plan_kits, _hold_nothing, apply_kits)
"""One row a part. The parts of a kit are replaced, not added to."""
