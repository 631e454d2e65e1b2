"""Imports a feed, or says what importing it would do."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from partscounter.database import Database
from partscounter.domain.inventory.imports.check import YEARS_AHEAD, CheckedFeed, Reject, check_feed
from partscounter.domain.inventory.imports.feed_file import Feed, Row
from partscounter.domain.inventory.imports.retire import Replacement, find_missing
from partscounter.domain.inventory.imports.stores import KnownStores, find_stores
from partscounter.domain.inventory.imports.transfer import ENTERED_AT_ONCE, Applied, compare, transfer
from partscounter.domain.inventory.intake import UNWITNESSED, Witness
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock
from partscounter.kit.refusal import Violation


class Phase(StrEnum):
    """The file is read once, then what was read is taken."""

    CHECKING = "checking"
    STORING = "storing"
    """In a dry run: comparing."""


Watch = Callable[[Phase, int], None]
"""Told how much a phase has done, in bytes of the file."""


def pass_over(row: Row, violations: Sequence[Violation]) -> None:
    """A Reject that keeps nothing: the refusal names the first wrong values."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is special about one import."""

    replacement: Replacement | None = None
    """Take off offer what the stores of the feed offer and the feed does not name."""
    vendors: frozenset[str] | None = None
    """The vendor ids that the actor may feed; None for all."""
    reject: Reject = pass_over
    entered_at_once: int = ENTERED_AT_ONCE
    witness: Witness = UNWITNESSED
    """Told of each item that becomes otherwise, while it is as it was."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or in a dry run would do."""

    listings: int
    """Rows of the file without its repeats: `added` + `changed` + `unchanged`."""
    listed: int
    unlisted: int
    """Rows that are kept and not offered."""
    repeats: int
    """Rows that said again what an earlier one had said."""
    vendors: int
    stores: int
    added: int
    changed: int
    new_vendors: int
    new_stores: int
    retired: int = 0
    """Items that a full replacement took off offer."""

    @property
    def unchanged(self) -> int:
        return self.listings - self.added - self.changed


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A feed that will be taken: nothing that follows refuses."""

    checked: CheckedFeed
    known: KnownStores
    missing: int


ORDINARY = ImportOptions()


def import_feed(
    database: Database, feed: Feed, actor: Actor, clock: Clock, watch: Watch, *, options: ImportOptions = ORDINARY
) -> ImportReport:
    """Take `feed` into the stock, or refuse it with FeedRefused or TooManyMissing, and then nothing has happened.

    Enters in transactions of 2,000 items. If the process dies, those that ended are in; the same feed again brings the
    rest, and ends where an undisturbed import would have. The same feed once more changes nothing. (Decision 0006.)
    """
    with _prepared(database, feed, clock, watch, options) as prepared:
        done = _done(prepared, watch)
        applied = transfer(
            database,
            actor,
            prepared.checked,
            done,
            at_once=options.entered_at_once,
            witness=options.witness,
        )
        return _report(prepared, applied)


def preview_import(
    database: Database | None, feed: Feed, clock: Clock, watch: Watch, options: ImportOptions = ORDINARY
) -> ImportReport:
    """The verdict and the counts of `import_feed`, and nothing written. None for a database that does not exist yet."""
    with _prepared(database, feed, clock, watch, options) as prepared:
        checked, done = prepared.checked, _done(prepared, watch)
        return _report(prepared, compare(database, checked, prepared.known, prepared.missing, done))


@contextmanager
def _prepared(
    database: Database | None, feed: Feed, clock: Clock, watch: Watch, options: ImportOptions
) -> Iterator[_Prepared]:
    latest_year = clock.now().year + YEARS_AHEAD
    advance = partial(watch, Phase.CHECKING)
    with check_feed(feed, latest_year, advance, options.reject, options.vendors) as checked:
        if database is None:
            vendors = len({told.vendor_id for told in checked.stores})
            yield _Prepared(checked, KnownStores({}, vendors, len(checked.stores)), 0)
            return
        with database.read() as tx:
            known = find_stores(tx, checked.stores)
        missing = 0
        if options.replacement is not None:
            missing = find_missing(database, checked, known.ids, options.replacement)
        yield _Prepared(checked, known, missing)


def _done(prepared: _Prepared, watch: Watch) -> Callable[[int], None]:
    size, listings = prepared.checked.feed.size, max(1, prepared.checked.listings)
    return lambda rows: watch(Phase.STORING, size * rows // listings)


def _report(prepared: _Prepared, applied: Applied) -> ImportReport:
    checked = prepared.checked
    return ImportReport(
        listings=checked.listings,
        listed=checked.listed,
        unlisted=checked.listings - checked.listed,
        repeats=checked.repeats,
        vendors=len({told.vendor_id for told in checked.stores}),
        stores=len(checked.stores),
        added=applied.added,
        changed=applied.changed,
        new_vendors=applied.new_vendors,
        new_stores=applied.new_stores,
        retired=applied.retired,
    )
