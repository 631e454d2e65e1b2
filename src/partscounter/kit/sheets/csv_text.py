"""Reads CSV as it streams by, in constant memory."""

import csv
import io
from collections.abc import Callable, Generator

from partscounter.kit.sheets.given_file import GivenFile
from partscounter.kit.sheets.unreadable import SheetUnreadable, WrongEncoding

_RECORDS_BETWEEN_STEPS = 500


def csv_records(
    file: GivenFile, delimiter: str, encoding: str, advance: Callable[[int], None]
) -> Generator[tuple[int, list[str]]]:
    """Every record with the line on which it begins; see `open_records`."""
    with file.path.open("rb") as opened:
        reader = csv.reader(io.TextIOWrapper(opened, encoding=encoding, newline=""), delimiter=delimiter, strict=True)
        line = 1
        try:
            for count, record in enumerate(reader):
                if count % _RECORDS_BETWEEN_STEPS == 0:
                    advance(opened.tell())
                yield line, record
                line = reader.line_num + 1
            advance(opened.tell())
        except UnicodeError:  # more than its kind for decoding: so does a codec that misses its byte order mark
            known = "UTF-8" if encoding.startswith("utf-8") else encoding
            raise WrongEncoding(f"{file.name} is not {known}, at or soon after line {line}") from None
        except csv.Error as wrong:
            message = f"{file.name} is not CSV in the row that begins on line {line}: {wrong}"
            raise SheetUnreadable(message) from None
