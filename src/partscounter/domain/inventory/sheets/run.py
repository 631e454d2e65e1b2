"""Imports a table as a whole, or says what importing it would do: the same steps, but for the last."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from partscounter.database import Database, WriteTx
from partscounter.domain.inventory.sheets.errors import SheetRefused
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import SheetKind
from partscounter.kit.actor import Actor
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, by_line, open_table

MOST_NAMED = 100
"""Wrong values that a refusal names; the rest is counted, and stands in the error file."""

RowT = TypeVar("RowT")
ChangeT = TypeVar("ChangeT")


def import_sheet(
    database: Database,
    kind: SheetKind[RowT, ChangeT],
    file: AnyFile,
    actor: Actor,
    errors: ErrorFile,
    *,
    dry_run: bool = False,
    vendors: Collection[str] | None = None,
) -> Mapping[str, int]:
    """Take the table in `file`, all of it in one transaction, or nothing; what it did, or in a dry run would do.

    The same table again changes nothing. Rows of other vendors than `vendors` are wrong, if it is given. Refuses with
    TableRefused, or SheetRefused naming the first wrong values; `errors` gets every one.
    """
    table = open_table(file, kind.required, kind.optional)
    errors.begin(table.header)
    reading = Reading(table, vendors)
    rows = kind.read(reading)
    found = tuple(reading.violations)

    def take(tx: WriteTx) -> Mapping[str, int]:
        kind.hold(tx)
        anew = Reading(table, vendors)  # the transaction may be tried again
        plan = kind.plan(tx, rows, anew)
        _refuse(table.name, (*found, *anew.violations[len(table.violations) :]))
        kind.apply(tx, plan)
        return plan.counts

    try:
        if not dry_run and not found:
            return database.write(actor, take)
        with database.read() as tx:
            plan = kind.plan(tx, rows, reading)
        _refuse(table.name, tuple(reading.violations))
    except SheetRefused as refused:
        for violation in refused.violations:
            errors.add_placed(table.records, violation)
        raise SheetRefused(refused.message, refused.violations[:MOST_NAMED]) from None
    return plan.counts


def _refuse(name: str, violations: tuple[Violation, ...]) -> None:
    if violations:
        shown = f"; the first {MOST_NAMED} are named" if len(violations) > MOST_NAMED else ""
        values = "1 value is" if len(violations) == 1 else f"{len(violations)} values are"
        raise SheetRefused(f"{values} wrong in {name}, so nothing of it was taken{shown}", tuple(by_line(violations)))
