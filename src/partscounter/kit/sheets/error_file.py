"""The file that tells a person what to mend: each offending row as it came, and behind it line, column and reason."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from partscounter.kit.refusal import Refusal, Violation
from partscounter.kit.sheets.place import read_place

COLUMNS = ("line", "column", "reason")


class ErrorFile:
    """CSV in UTF-8, written as rows are found wrong, so that memory does not grow with them.

    A row stands in it once for each value that is wrong. The header, and what is wrong with it, come first.
    """

    def __init__(self, file: io.TextIOBase) -> None:
        self._writer: Any = csv.writer(file)  # the type that the standard library gives it is private
        self._width: int | None = None
        self.rows = 0

    def begin(self, header: Sequence[str]) -> None:
        """The columns of the file that is read; to be told before its rows, once."""
        self._width = len(header)
        self._writer.writerow([*header, *COLUMNS])

    def add(self, cells: Sequence[str], violations: Sequence[Violation]) -> None:
        """One row, `cells` as they stand, with everything that is wrong in it, by `cell_place` or `row_place`."""
        if self._width is None:
            self.begin(())
        padded = self._fitted(cells)
        for violation in violations:
            line, column = read_place(violation.field)
            self._writer.writerow([*padded, line or "", column, violation.issue])
            self.rows += 1

    def add_placed(self, records: Mapping[int, Sequence[str]], violation: Violation) -> None:
        """What is wrong with one of `records`, by line."""
        self.add(records.get(read_place(violation.field)[0], ()), [violation])

    def add_refusal(self, refusal: Refusal) -> None:
        """Why the file as a whole was refused, unless its rows say so already.

        A refusal without violations is about none of them: the file could not be read to its end.
        """
        violations: Sequence[Violation] = getattr(refusal, "violations", ())
        if self.rows and violations:
            return
        told = violations or (Violation("", refusal.message),)
        placed = [each if read_place(each.field)[0] else Violation("", _sentence(each)) for each in told]
        self.add((), placed)

    def _fitted(self, cells: Sequence[str]) -> list[str]:
        """What a row has beyond the header is kept together in its last cell: the columns behind must not move."""
        width = self._width or 0
        kept = list(cells[:width])
        if len(cells) > width > 0:
            kept[-1] = ",".join(cells[width - 1 :])
        return kept + [""] * (width - len(kept))


def _sentence(violation: Violation) -> str:
    return f"{violation.field}: {violation.issue}" if violation.field else violation.issue


@contextmanager
def open_error_file(path: Path | None) -> Iterator[ErrorFile]:
    """The error file at `path`, written anew, begun with a byte order mark so that Excel shows its letters right.

    It appears whole, at the end, and in place of an older one. A refusal that no row accounts for is written down as it
    passes. None writes nothing.
    """
    if path is None:
        yield ErrorFile(io.StringIO())
        return
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file, _told(ErrorFile(file)) as errors:
            yield errors
    finally:
        unfinished.replace(path)


@contextmanager
def _told(errors: ErrorFile) -> Iterator[ErrorFile]:
    try:
        yield errors
    except Refusal as refusal:
        errors.add_refusal(refusal)
        raise
