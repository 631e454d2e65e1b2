"""Decides whether a feed can be taken, before anything is written: every row is read, every wrong cell named.

The file is read once. What is right waits in a spool, so what enters the stock later is what was checked.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from partscounter.domain.inventory.imports.beside import LARGE, ReadRow, read_ahead, reading_beside
from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.feed_file import Feed, Row, read_rows
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader, StoreTold
from partscounter.domain.inventory.imports.spool import Identity, IdentityStore, RowSpool, SpooledRow
from partscounter.domain.inventory.imports.store_facts import StoreFacts, StoreTally
from partscounter.domain.inventory.intake import FedRow, digest_of
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Advance, cell_place, row_place

MOST_NAMED = 100
"""Wrong values that a refusal names; the rest is counted."""

YEARS_AHEAD = 2
"""Model years run ahead of the calendar."""

BATCH = 1000

Reject = Callable[[Row, Sequence[Violation]], None]
"""Told of every wrong row, in the order of the file; `field` is the file's own name of the column, or empty."""


@dataclass(frozen=True, slots=True)
class CheckedFeed:
    """A feed that can be taken."""

    feed: Feed
    listings: int
    """Rows, repeats not counted."""
    listed: int
    """Those of them that are offered."""
    repeats: int
    """Rows that say again what an earlier one said."""
    stores: tuple[StoreFacts, ...]
    rows: RowSpool
    named: IdentityStore


class _Read(NamedTuple):
    """A row whose cells are right."""

    source: Row
    told: StoreTold
    spooled: SpooledRow

    def identity(self) -> Identity:
        place, digest, row = self.spooled
        return Identity(place, row.inventory_id, self.source.line, hash((digest, self.told)))


@dataclass(slots=True)
class _Verdict:
    """What is known so far."""

    feed: Feed
    reject: Reject
    violations: list[Violation] = field(default_factory=list)
    wrong: int = 0
    listings: int = 0
    listed: int = 0
    repeats: int = 0

    def refuse(self, row: Row, found: Sequence[Violation]) -> None:
        """Tell of a wrong row, count what is wrong in it, and keep the first."""
        own = [Violation(self.feed.own_names.get(v.field, v.field), v.issue, v.value) for v in found]
        self.reject(row, own)
        self.wrong += len(own)
        for violation in own[: MOST_NAMED - len(self.violations)]:
            place = cell_place(row.line, violation.field) if violation.field else row_place(row.line)
            self.violations.append(Violation(place, violation.issue, violation.value))

    def sentence(self) -> str:
        shown = f"; the first {MOST_NAMED} are named" if self.wrong > MOST_NAMED else ""
        values = "1 value is" if self.wrong == 1 else f"{self.wrong} values are"
        return f"{values} wrong in {self.feed.name}, so nothing of it was taken{shown}"


@contextmanager
def check_feed(
    feed: Feed,
    latest_year: int,
    advance: Advance,
    reject: Reject,
    vendors: frozenset[str] | None = None,
    *,
    large: int = LARGE,
) -> Iterator[CheckedFeed]:
    """The feed, found right, for as long as the context lasts; refuses with FeedRefused.

    Model years after `latest_year` are wrong, and so are rows of other vendors than `vendors`, if it is given. A second
    process helps with a file of at least `large` bytes.
    """
    with RowSpool() as rows, IdentityStore() as named:
        verdict, tally = _Verdict(feed, reject), StoreTally()
        check = _Check(RowReader(latest_year), vendors, verdict, tally)
        with reading_beside(latest_year, large=feed.size >= large) as beside:
            for batch, known in read_ahead(_batches(read_rows(feed, advance)), beside):
                kept = check.take(batch, known, named)
                if not verdict.wrong:
                    rows.append(kept)
        if verdict.wrong:
            raise FeedRefused(verdict.sentence(), tuple(verdict.violations))
        yield CheckedFeed(
            feed=feed,
            listings=verdict.listings,
            listed=verdict.listed,
            repeats=verdict.repeats,
            stores=tally.stores(),
            rows=rows,
            named=named,
        )


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks batch after batch."""

    reader: RowReader
    vendors: frozenset[str] | None
    verdict: _Verdict
    tally: StoreTally

    def take(self, batch: Sequence[Row], known: Sequence[ReadRow | None], named: IdentityStore) -> list[SpooledRow]:
        """The right rows of `batch` that are no repeats; the verdict is told of the others.

        `known` is what is read of them already, row by row.
        """
        right: list[_Read] = []
        wrong: list[tuple[Row, tuple[Violation, ...]]] = []
        for row, one in zip(batch, known, strict=True):
            read = self._judged(row, one or self._read(row))
            if isinstance(read, _Read):
                right.append(read)
            else:
                wrong.append((row, read))
        firsts = named.add([read.identity() for read in right])
        kept = [read for read in right if read.source.line not in firsts] if firsts else right
        for read in right if firsts else ():
            first, said = firsts.get(read.source.line, (0, 0))
            if first and said == read.identity().said:
                self.verdict.repeats += 1
            elif first:
                wrong.append((read.source, _contradiction(read.spooled.row, first)))
        for row, violations in sorted(wrong, key=lambda one: one[0].line):
            self.verdict.refuse(row, violations)
        self.verdict.listings += len(kept)
        self.verdict.listed += sum(read.spooled.row.listed for read in kept)
        self.tally.add(read.told for read in kept)
        return [read.spooled for read in kept]

    def _read(self, row: Row) -> ReadRow | tuple[Violation, ...]:
        if row.misfit:
            return (Violation("", row.misfit),)
        read = self.reader.read(row.cells)
        return ReadRow(read.told, read.fed, digest_of(read.fed)) if isinstance(read, NativeRow) else read

    def _judged(self, row: Row, read: ReadRow | tuple[Violation, ...]) -> _Read | tuple[Violation, ...]:
        if not isinstance(read, ReadRow):
            return read
        told, fed, digest = read
        if self.vendors is not None and told.vendor_id not in self.vendors:
            return (Violation("vendor_id", f"{told.vendor_id!r} is not yours to import", told.vendor_id),)
        return _Read(row, told, SpooledRow(self.tally.place(told), digest, fed))


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _contradiction(row: FedRow, first: int) -> tuple[Violation, ...]:
    issue = f"{row.inventory_id!r} of this store stands on line {first} too, with other values"
    return (Violation("vendor_inventory_id", issue),)
