"""Reads the first visible sheet of an Excel workbook as text, each value as it would stand in a CSV file.

Excel keeps numbers as binary fractions of 15 digits, so that is what they are written with: `0.30000000000000004` is
`0.3`, and `743.0` is `743`. Leading zeros are there only where the cell holds text.
"""

import subprocess
import sys
import zipfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from partscounter.kit.frames import get_frame, put_frame
from partscounter.kit.sheets import workbook_cells
from partscounter.kit.sheets.given_file import GivenFile
from partscounter.kit.sheets.unreadable import SheetUnreadable

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes that a workbook may unpack to. A small file can hold any amount of the same; a larger stock goes as CSV."""

MOST_MEMORY = 3 * 1024 * 1024 * 1024
"""Bytes of memory that reading one may take; full sheets of the size above need some 2 GiB."""

_COMMAND = f"from {workbook_cells.__name__} import answer; answer()"


def workbook_records(file: GivenFile, advance: Callable[[int], None]) -> Generator[tuple[int, list[str]]]:
    """Every row that is not blank, with its number; see `open_records`.

    A row ends with its last filled cell, but is at least as long as the first one.
    """
    _require_moderate(file)
    size = file.path.stat().st_size
    with _reading(file) as part:
        height = max(1, part())
        while rows := part():
            yield from rows
            advance(size * rows[-1][0] // height)
    advance(size)


@contextmanager
def _reading(file: GivenFile) -> Iterator[Callable[[], Any]]:
    """What the process that reads the workbook answers, part by part; it ends with the context."""
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", _COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what the engine says of its end is not for the reader of a refusal
        process_group=0,
    )
    to: Any = process.stdin
    answers: Any = process.stdout

    def part() -> Any:  # noqa: ANN401 - a number, then lists of rows
        try:
            told = get_frame(answers)
        except EOFError:
            most = MOST_MEMORY // 2**20
            raise SheetUnreadable(
                f"{file.name} is not a readable workbook, or takes more than {most} MiB of memory; save it as CSV"
            ) from None
        if isinstance(told, str):
            raise SheetUnreadable(f"{file.name} {told}")
        return told

    try:
        with suppress(BrokenPipeError):  # that it has gone is told by its silence
            put_frame(to, (str(file.path), MOST_MEMORY))
        yield part
    finally:
        process.kill()
        process.communicate()


def _require_moderate(file: GivenFile) -> None:
    try:
        with zipfile.ZipFile(file.path) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, OSError) as wrong:
        raise SheetUnreadable(f"{file.name} is not a readable workbook: {wrong}") from None
    if unpacked > MOST_UNPACKED:
        raise SheetUnreadable(
            f"{file.name} unpacks to {unpacked // 2**20} MiB, more than {MOST_UNPACKED // 2**20}; save it as CSV"
        )
