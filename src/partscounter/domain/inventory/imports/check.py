"""Decides whether a feed can be taken, before anything is written: every row is read, every wrong cell named.

Every row is made once. What is right waits in a spool, so what enters the stock later is what was checked.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from partscounter.domain.inventory.imports.beside import LARGE, read_batches, reading_beside
from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.feed_file import Feed, Row, read_records
from partscounter.domain.inventory.imports.read_batch import BatchReader, ReadBatch, Wrong
from partscounter.domain.inventory.imports.spool import IdentityStore, RowSpool
from partscounter.domain.inventory.imports.store_facts import StoreFacts, StoreTally
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Advance, Record, cell_place, is_workbook, row_place

MOST_NAMED = 100
"""Wrong values that a refusal names; the rest is counted."""

YEARS_AHEAD = 2
"""Model years run ahead of the calendar."""

Reject = Callable[[Row, Sequence[Violation]], None]
"""Told of every wrong row, in the order of the file; `field` is the file's own name of the column, or empty."""


_Refused = dict[int, tuple[Violation, ...]]
"""What is wrong, by line."""


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
        reader, state = BatchReader(feed, latest_year), feed.state
        check = _Check(reader, vendors, verdict, tally, rows, named)
        with reading_beside(feed, latest_year, large=feed.size >= large and not is_workbook(feed.file)) as beside:
            for batch, (read, wrong) in read_batches(read_records(feed, advance), reader, beside):
                check.take(batch, read, wrong)
        if feed.state != state:
            raise FeedRefused(f"{feed.name} was written to while it was read, so nothing of it was taken")
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

    reader: BatchReader
    vendors: frozenset[str] | None
    verdict: _Verdict
    tally: StoreTally
    rows: RowSpool
    named: IdentityStore

    def take(self, batch: Sequence[Record], read: ReadBatch, wrong: Sequence[Wrong]) -> None:
        """Keep the right rows of `batch` that are no repeats; tell the verdict of the others."""
        refused = {record[0]: violations for record, violations in wrong}
        refused |= self._not_theirs(read)
        right = _without(read, refused)
        places = [self.tally.place(told) for told in right.told]
        firsts = self.named.add(right.identities(places))
        if firsts:
            refused |= self._contradictions(right, places, firsts)
            right = _without(right, firsts)
        if refused:
            records = dict(batch)
            for line in sorted(refused):
                self.verdict.refuse(self.reader.as_row((line, records[line])), refused[line])
        self._keep(right, places)

    def _keep(self, right: ReadBatch, places: Sequence[int]) -> None:
        self.verdict.listings += len(right.lines)
        self.verdict.listed += sum(right.listed)
        self.tally.add(right.told_times())
        if not self.verdict.wrong:
            self.rows.append([places[store] for store in right.stores], right.digests, right.packed)

    def _not_theirs(self, read: ReadBatch) -> _Refused:
        """Rows of vendors whom the one who imports may not feed."""
        if self.vendors is None or all(told.vendor_id in self.vendors for told in read.told):
            return {}
        vendors = ((line, read.told[store].vendor_id) for line, store in zip(read.lines, read.stores, strict=True))
        return {
            line: (Violation("vendor_id", f"{vendor!r} is not yours to import", vendor),)
            for line, vendor in vendors
            if vendor not in self.vendors
        }

    def _contradictions(
        self, right: ReadBatch, places: Sequence[int], firsts: Mapping[int, tuple[int, int]]
    ) -> _Refused:
        """Rows that name an item again and say something else. Those that say the same are counted."""
        found: dict[int, tuple[Violation, ...]] = {}
        for identity in right.identities(places):
            first, said = firsts.get(identity.line, (0, 0))
            if first and said == identity.said:
                self.verdict.repeats += 1
            elif first:
                issue = f"{identity.inventory_id!r} of this store stands on line {first} too, with other values"
                found[identity.line] = (Violation("vendor_inventory_id", issue),)
        return found


def _without(read: ReadBatch, lines: Collection[int]) -> ReadBatch:
    return read.part([at for at, line in enumerate(read.lines) if line not in lines]) if lines else read
