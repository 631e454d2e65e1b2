"""Decides whether a feed can be taken, before anything is written: every row is read, every wrong cell named."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.feed_file import Feed, Row, read_rows
from partscounter.domain.inventory.imports.listing import Listing, read_listing
from partscounter.domain.inventory.imports.store_facts import StoreFacts, StoreTally
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Advance, cell_place, row_place

MOST_NAMED = 100
"""Wrong values that a refusal names; the rest is counted."""

YEARS_AHEAD = 2
"""Model years run ahead of the calendar."""


Reject = Callable[[Row, Sequence[Violation]], None]
"""Told of every wrong row, in the order of the file; `field` is the file's own name of the column, or empty."""


@dataclass(frozen=True, slots=True)
class CheckedFeed:
    """A feed that can be taken."""

    feed: Feed
    latest_year: int
    listings: int
    """Rows, repeats not counted."""
    listed: int
    """Those of them that are offered."""
    repeats: frozenset[int]
    """Lines that say again what an earlier one said."""
    stores: tuple[StoreFacts, ...]
    fingerprint: bytes


@dataclass(slots=True)
class _Verdict:
    """What is known so far. Of each row only two hashes are kept."""

    feed: Feed
    reject: Reject
    tally: StoreTally = field(default_factory=StoreTally)
    violations: list[Violation] = field(default_factory=list)
    wrong: int = 0
    listings: int = 0
    listed: int = 0
    repeats: set[int] = field(default_factory=set)
    seen: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    """Hash of an identity → line and digest of its first row."""

    def refuse(self, row: Row, found: Sequence[Violation]) -> None:
        """Tell of a wrong row, count what is wrong in it, and keep the first."""
        own = [Violation(self.feed.own_names.get(v.field, v.field), v.issue, v.value) for v in found]
        self.reject(row, own)
        self.wrong += len(own)
        for violation in own[: MOST_NAMED - len(self.violations)]:
            place = cell_place(row.line, violation.field) if violation.field else row_place(row.line)
            self.violations.append(Violation(place, violation.issue, violation.value))

    def take(self, row: Row, listing: Listing, digest: bytes) -> None:
        """Count a right row: as new, as a repeat, or as one that contradicts another."""
        identity = int.from_bytes(blake2b("\0".join(listing.identity).encode(), digest_size=12).digest())
        first, said = self.seen.setdefault(identity, (row.line, digest))
        if first == row.line:
            self.listings += 1
            self.listed += listing.fed.listed
            self.tally.add(listing)
        elif digest == said:
            self.repeats.add(row.line)
        else:
            issue = f"{listing.fed.inventory_id!r} of this store stands on line {first} too, with other values"
            self.refuse(row, [Violation("vendor_inventory_id", issue)])


def check_feed(
    feed: Feed, latest_year: int, advance: Advance, reject: Reject, vendors: Collection[str] | None = None
) -> CheckedFeed:
    """The feed, found right; refuses with FeedRefused.

    Model years after `latest_year` are wrong, and so are rows of other vendors than `vendors`, if it is given.
    """
    verdict = _Verdict(feed, reject)
    fingerprint = blake2b()
    for row, listing in read_listings(feed, latest_year, advance):
        if not isinstance(listing, Listing):
            verdict.refuse(row, listing)
        elif vendors is not None and listing.vendor_id not in vendors:
            issue = f"{listing.vendor_id!r} is not yours to import"
            verdict.refuse(row, [Violation("vendor_id", issue, listing.vendor_id)])
        else:
            digest = listing.digest()
            verdict.take(row, listing, digest)
            fingerprint.update(digest)
    if verdict.wrong:
        raise FeedRefused(_sentence(feed, verdict), tuple(verdict.violations))
    return CheckedFeed(
        feed=feed,
        latest_year=latest_year,
        listings=verdict.listings,
        listed=verdict.listed,
        repeats=frozenset(verdict.repeats),
        stores=verdict.tally.stores(),
        fingerprint=fingerprint.digest(),
    )


def read_listings(
    feed: Feed, latest_year: int, advance: Advance
) -> Iterator[tuple[Row, Listing | tuple[Violation, ...]]]:
    """Every row with its listing, or with what is wrong in it, by native column; empty for the row as a whole."""
    for row in read_rows(feed, advance):
        if row.misfit:
            yield row, (Violation("", row.misfit),)
        else:
            yield row, read_listing(row.cells, latest_year)


def _sentence(feed: Feed, verdict: _Verdict) -> str:
    shown = f"; the first {MOST_NAMED} are named" if verdict.wrong > MOST_NAMED else ""
    values = "1 value is" if verdict.wrong == 1 else f"{verdict.wrong} values are"
    return f"{values} wrong in {feed.path.name}, so nothing of it was taken{shown}"
