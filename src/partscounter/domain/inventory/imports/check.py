"""Decides whether a feed can be taken, before anything is written: every row is read, every wrong cell named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from partscounter.domain.inventory.imports.csv_file import Advance, Feed, Row, read_rows
from partscounter.domain.inventory.imports.errors import FeedRefused
from partscounter.domain.inventory.imports.listing import Listing, read_listing
from partscounter.domain.inventory.imports.store_facts import StoreFacts, StoreTally
from partscounter.kit.refusal import Violation

MOST_NAMED = 100
"""Wrong values that a refusal names; the rest is counted."""

YEARS_AHEAD = 2
"""Model years run ahead of the calendar."""


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

    tally: StoreTally = field(default_factory=StoreTally)
    violations: list[Violation] = field(default_factory=list)
    wrong: int = 0
    listings: int = 0
    listed: int = 0
    repeats: set[int] = field(default_factory=set)
    seen: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    """Hash of an identity → line and digest of its first row."""

    def refuse(self, *violations: Violation) -> None:
        """Count what is wrong, and keep the first."""
        self.wrong += len(violations)
        self.violations += violations[: MOST_NAMED - len(self.violations)]

    def take(self, line: int, own_name: str, listing: Listing, digest: bytes) -> None:
        """Count a right row: as new, as a repeat, or as one that contradicts another."""
        identity = int.from_bytes(blake2b("\0".join(listing.identity).encode(), digest_size=12).digest())
        first, said = self.seen.setdefault(identity, (line, digest))
        if first == line:
            self.listings += 1
            self.listed += listing.fed.listed
            self.tally.add(listing)
        elif digest == said:
            self.repeats.add(line)
        else:
            issue = f"{listing.fed.inventory_id!r} of this store stands on line {first} too, with other values"
            self.refuse(Violation(f"line {line}, column {own_name}", issue))


def check_feed(feed: Feed, latest_year: int, advance: Advance) -> CheckedFeed:
    """The feed, found right; refuses with FeedRefused. Model years after `latest_year` are wrong."""
    verdict = _Verdict()
    fingerprint = blake2b()
    own_name = feed.own_names.get("vendor_inventory_id", "vendor_inventory_id")
    for row, listing in read_listings(feed, latest_year, advance):
        if isinstance(listing, Listing):
            digest = listing.digest()
            verdict.take(row.line, own_name, listing, digest)
            fingerprint.update(digest)
        else:
            verdict.refuse(*listing)
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
    """Every row with its listing, or with what is wrong in it, by line and the file's own column."""
    for row in read_rows(feed, advance):
        if row.misfit:
            yield row, (Violation(f"line {row.line}", row.misfit),)
            continue
        listing = read_listing(row.cells, latest_year)
        yield row, listing if isinstance(listing, Listing) else tuple(_placed(feed, row, listing))


def _placed(feed: Feed, row: Row, violations: tuple[Violation, ...]) -> Iterator[Violation]:
    for violation in violations:
        column = feed.own_names.get(violation.field, violation.field)
        yield Violation(f"line {row.line}, column {column}", violation.issue, violation.value)


def _sentence(feed: Feed, verdict: _Verdict) -> str:
    shown = f"; the first {MOST_NAMED} are named" if verdict.wrong > MOST_NAMED else ""
    values = "1 value is" if verdict.wrong == 1 else f"{verdict.wrong} values are"
    return f"{values} wrong in {feed.path.name}, so nothing of it was taken{shown}"
