"""Reads CSV as it streams by, in constant memory."""

import csv
import io
from collections.abc import Callable, Generator
from pathlib import Path

from partscounter.kit.sheets.unreadable import SheetUnreadable, WrongEncoding

_RECORDS_BETWEEN_STEPS = 500


def csv_records(
    path: Path, delimiter: str, encoding: str, advance: Callable[[int], None]
) -> Generator[tuple[int, list[str]]]:
    """Every record with the line on which it begins; see `open_records`."""
    with path.open("rb") as file:
        reader = csv.reader(io.TextIOWrapper(file, encoding=encoding, newline=""), delimiter=delimiter, strict=True)
        line = 1
        try:
            for count, record in enumerate(reader):
                if count % _RECORDS_BETWEEN_STEPS == 0:
                    advance(file.tell())
                yield line, record
                line = reader.line_num + 1
            advance(file.tell())
        except UnicodeDecodeError:
            known = "UTF-8" if encoding.startswith("utf-8") else encoding
            raise WrongEncoding(f"{path.name} is not {known}, at or soon after line {line}") from None
        except csv.Error as wrong:
            message = f"{path.name} is not CSV in the row that begins on line {line}: {wrong}"
            raise SheetUnreadable(message) from None
