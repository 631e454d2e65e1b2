"""Reads a feed's file, CSV or Excel: its header, and row by row its cells under native names."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from partscounter.domain.inventory.imports.columns import NAMES, REQUIRED
from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.mapping import DELIMITERS, FeedMapping
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import (
    Advance,
    AnyFile,
    GivenFile,
    Record,
    SheetUnreadable,
    WrongEncoding,
    first_text,
    given,
    open_records,
    row_place,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the file that is not blank."""

    line: int
    """The line on which it begins; the header is line 1."""
    cells: Mapping[str, str]
    """Text by native column."""
    misfit: str = ""
    """What is wrong with the row as a whole."""
    record: Sequence[str] = field(default=(), compare=False)
    """The cells as they stand in the file."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A file whose header has been understood; it can be read as often as needed."""

    file: GivenFile
    mapping: FeedMapping
    delimiter: str
    header: tuple[str, ...]
    own_names: Mapping[str, str]
    """The file's own name of each native column that it has."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.file.name

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Columns that are passed over, each name once."""
        known = set(self.own_names.values())
        return tuple(dict.fromkeys(name for name in self.header if name not in known))

    @property
    def size(self) -> int:
        """Bytes."""
        return self.file.path.stat().st_size

    @property
    def state(self) -> tuple[int, int]:
        """Another one after the file has been written to."""
        found = self.file.path.stat()
        return found.st_size, found.st_mtime_ns


def open_feed(file: AnyFile, mapping: FeedMapping | None = None) -> Feed:
    """The feed in `file`; refuses with FeedRefused if its header does not fit."""
    used = mapping or FeedMapping()
    delimiter = used.delimiter or _delimiter_of(file, used)
    with closing(_records(file, used, delimiter, _unwatched)) as records:
        line, first = next(records, (1, []))
    header = tuple(name.strip() for name in first)
    own_names = {_native(used, name): name for name in reversed(header) if _native(used, name)}
    feed = Feed(file=given(file), mapping=used, delimiter=delimiter, header=header, own_names=own_names)
    violations = _misfits(feed, line)
    if violations:
        raise FeedRefused(f"{feed.name} does not have the columns of a feed", tuple(violations))
    return feed


def read_records(feed: Feed, advance: Advance) -> Iterator[Record]:
    """Every record after the header, blank ones left out. Refuses with FeedRefused where the file cannot be read on."""
    with closing(_records(feed.file, feed.mapping, feed.delimiter, advance)) as records:
        next(records, None)
        yield from records


class RowMaker:
    """Makes rows, or native columns, of the records of a feed."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._places = [(feed.header.index(own), native) for native, own in feed.own_names.items()]

    def row(self, told: Record) -> Row:
        """What a record is under native names."""
        line, record = told
        columns = self.columns([told])
        if columns is None:
            return Row(line, {}, f"has {len(record)} cells, the header has {len(self._feed.header)}", record)
        return Row(line, {native: texts[0] for native, texts in columns.items()}, record=record)

    def columns(self, records: Sequence[Record]) -> dict[str, Sequence[str]] | None:
        """The texts of one record or more by native column; None if one of them has too many cells or too few."""
        rows = [record for _, record in records]
        if set(map(len, rows)) != {len(self._feed.header)}:
            return None
        cells = list(zip(*rows, strict=True))
        columns: dict[str, Sequence[str]] = {native: cells[index] for index, native in self._places}
        columns |= {native: [text] * len(rows) for native, text in self._feed.mapping.constants.items()}
        for native, translations in self._feed.mapping.values.items():
            if native in columns:
                texts = [text.strip() for text in columns[native]]
                columns[native] = [translations.get(text, text) for text in texts]
        return columns


def _records(file: AnyFile, mapping: FeedMapping, delimiter: str, advance: Advance) -> Generator[Record]:
    """Those that are not blank; the first one is the header."""
    try:
        with closing(open_records(file, delimiter=delimiter, encoding=mapping.encoding, advance=advance)) as records:
            for line, record in records:
                if (record and record[0].strip()) or any(cell.strip() for cell in record):
                    yield line, record
    except WrongEncoding as wrong:
        advice = "save the file as UTF-8; on the command line a mapping file may name its encoding"
        raise FeedRefused(f"{wrong.message}; {advice}") from None
    except SheetUnreadable as unreadable:
        raise FeedRefused(unreadable.message) from None


def _unwatched(_: int) -> None: ...


def _delimiter_of(file: AnyFile, mapping: FeedMapping) -> str:
    """The one under which the header names the most columns that are known; the comma if they are level."""
    try:
        first = first_text(file, mapping.encoding)
    except SheetUnreadable as unreadable:
        raise FeedRefused(unreadable.message) from None

    def known(delimiter: str) -> int:
        return sum(bool(_native(mapping, name.strip(' "'))) for name in first.split(delimiter))

    return max(DELIMITERS, key=known)


def _native(mapping: FeedMapping, own: str) -> str:
    """The native column that the file calls `own`; empty for none."""
    if own in mapping.columns:
        return mapping.columns[own]
    named = own in NAMES and own not in mapping.columns.values() and own not in mapping.constants
    return own if named else ""


def _misfits(feed: Feed, line: int) -> list[Violation]:
    """What is wrong with the header, which stands on `line`."""
    place = row_place(line)
    given = feed.own_names.keys() | feed.mapping.constants.keys()
    known = set(feed.own_names.values())
    violations = [Violation(place, f"there is no column {name}") for name in REQUIRED if name not in given]
    violations += [
        Violation(place, f"there is no column {own!r}, which the mapping names")
        for own in feed.mapping.columns
        if own not in feed.header
    ]
    doubled = sorted({name for name in feed.header if name in known and feed.header.count(name) > 1})
    return violations + [Violation(place, f"there are several columns {name}") for name in doubled]
