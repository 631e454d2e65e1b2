"""Reads a feed's file: its encoding, its delimiter, its header, and row by row its cells under native names."""

import csv
import io
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from partscounter.domain.inventory.imports.columns import NAMES, REQUIRED
from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.mapping import DELIMITERS, UTF_8, FeedMapping
from partscounter.kit.refusal import Violation

_LONGEST_HEADER = 100_000
_ROWS_BETWEEN_STEPS = 500

Advance = Callable[[int], None]
"""Told how many bytes of the file have been read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the file that is not blank."""

    line: int
    """The line on which it begins; the header is line 1."""
    cells: Mapping[str, str]
    """Text by native column."""
    misfit: str = ""
    """What is wrong with the row as a whole."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A file whose header has been understood; it can be read as often as needed."""

    path: Path
    mapping: FeedMapping
    delimiter: str
    header: tuple[str, ...]
    own_names: Mapping[str, str]
    """The file's own name of each native column that it has."""

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Columns that are passed over."""
        known = set(self.own_names.values())
        return tuple(name for name in self.header if name not in known)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size


def open_feed(path: Path, mapping: FeedMapping | None = None) -> Feed:
    """The feed in the file `path`; refuses with FeedRefused if its header does not fit."""
    used = mapping or FeedMapping()
    delimiter = used.delimiter or _delimiter_of(path, used)
    with path.open("rb") as file, closing(_records(path, used, delimiter, file)) as records:
        _, first = next(records, (1, []))
    header = tuple(name.strip() for name in first)
    own_names = {_native(used, name): name for name in reversed(header) if _native(used, name)}
    feed = Feed(path=path, mapping=used, delimiter=delimiter, header=header, own_names=own_names)
    violations = _misfits(feed)
    if violations:
        raise FeedRefused(f"{path.name} does not have the columns of a feed", tuple(violations))
    return feed


def read_rows(feed: Feed, advance: Advance) -> Iterator[Row]:
    """Every row after the header, blank ones left out. Refuses with FeedRefused where the file cannot be read on."""
    places = [(feed.header.index(own), native) for native, own in feed.own_names.items()]
    with feed.path.open("rb") as file, closing(_records(feed.path, feed.mapping, feed.delimiter, file)) as records:
        next(records, None)
        for count, (line, record) in enumerate(records):
            if count % _ROWS_BETWEEN_STEPS == 0:
                advance(file.tell())
            if any(cell.strip() for cell in record):
                yield _row(feed, places, line, record)
    advance(feed.size)


def _row(feed: Feed, places: list[tuple[int, str]], line: int, record: list[str]) -> Row:
    if len(record) != len(feed.header):
        return Row(line, {}, f"has {len(record)} cells, the header has {len(feed.header)}")
    cells = {native: record[index] for index, native in places}
    cells.update(feed.mapping.constants)
    for native, translations in feed.mapping.values.items():
        if native in cells:
            text = cells[native].strip()
            cells[native] = translations.get(text, text)
    return Row(line, cells)


def _records(
    path: Path, mapping: FeedMapping, delimiter: str, file: io.BufferedReader
) -> Generator[tuple[int, list[str]]]:
    """Every record with the line on which it begins."""
    text = io.TextIOWrapper(file, encoding=mapping.encoding, newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    line = 1
    try:
        for record in reader:
            yield line, record
            line = reader.line_num + 1
    except UnicodeDecodeError:
        encoding = "UTF-8" if mapping.encoding == UTF_8 else mapping.encoding
        advice = "; save the file as UTF-8, or name its encoding in a mapping file"
        raise FeedRefused(f"{path.name} is not {encoding}, at or soon after line {line}{advice}") from None
    except csv.Error as wrong:
        raise FeedRefused(f"{path.name} is not CSV in the row that begins on line {line}: {wrong}") from None
    finally:
        text.detach()


def _delimiter_of(path: Path, mapping: FeedMapping) -> str:
    """The one under which the header names the most columns that are known; the comma if they are level."""
    with path.open("rb") as file:
        start = file.read(_LONGEST_HEADER).decode(mapping.encoding, errors="replace")
    first = next((line for line in start.splitlines() if line.strip()), "")

    def known(delimiter: str) -> int:
        return sum(bool(_native(mapping, name.strip(' "'))) for name in first.split(delimiter))

    return max(DELIMITERS, key=known)


def _native(mapping: FeedMapping, own: str) -> str:
    """The native column that the file calls `own`; empty for none."""
    if own in mapping.columns:
        return mapping.columns[own]
    named = own in NAMES and own not in mapping.columns.values() and own not in mapping.constants
    return own if named else ""


def _misfits(feed: Feed) -> list[Violation]:
    given = feed.own_names.keys() | feed.mapping.constants.keys()
    known = set(feed.own_names.values())
    violations = [Violation("line 1", f"there is no column {name}") for name in REQUIRED if name not in given]
    violations += [
        Violation("line 1", f"there is no column {own!r}, which the mapping names")
        for own in feed.mapping.columns
        if own not in feed.header
    ]
    doubled = sorted({name for name in feed.header if name in known and feed.header.count(name) > 1})
    return violations + [Violation("line 1", f"there are several columns {name}") for name in doubled]
