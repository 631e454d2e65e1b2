"""Imports a feed as a whole, or says what importing it would do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from partscounter.database import Database
from partscounter.domain.inventory.imports.apply import Applied, apply_import
from partscounter.domain.inventory.imports.check import YEARS_AHEAD, CheckedFeed, Reject, check_feed
from partscounter.domain.inventory.imports.compare import KnownStores, PlacedItem, difference, find_stores, placed_items
from partscounter.domain.inventory.imports.feed_file import Feed, Row
from partscounter.domain.inventory.imports.stage import begin_import, end_import, remove_left_over_rows, stage_rows
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock
from partscounter.kit.refusal import Violation

STAGED_AT_ONCE = 500
"""Rows in one short transaction."""


class Phase(StrEnum):
    """The file is read twice."""

    CHECKING = "checking"
    STORING = "storing"
    """In a dry run: comparing."""


Watch = Callable[[Phase, int], None]
"""Told how many bytes of the file a phase has read."""


def pass_over(row: Row, violations: Sequence[Violation]) -> None:
    """A Reject that keeps nothing: the refusal names the first wrong values."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is special about one import."""

    vendors: frozenset[str] | None = None
    """The vendor ids that the actor may feed; None for all."""
    reject: Reject = pass_over


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

    @property
    def unchanged(self) -> int:
        return self.listings - self.added - self.changed


ORDINARY = ImportOptions()


def import_feed(
    database: Database, feed: Feed, actor: Actor, clock: Clock, watch: Watch, *, options: ImportOptions = ORDINARY
) -> ImportReport:
    """Take `feed` into the stock: all of it in one transaction, or nothing. The same feed again changes nothing.

    Refuses with FeedRefused, FeedChanged or ImportLost. If the process dies, nothing has happened; the next import
    removes what it had staged. (Decision 0004.)
    """
    checked = _checked(feed, clock, watch, options)
    with database.read() as tx:
        known = find_stores(tx, checked.stores)
    import_id = database.write(actor, begin_import)
    try:
        _stage(database, actor, import_id, placed_items(checked, partial(watch, Phase.STORING)), known)
        applied = database.write(actor, lambda tx: apply_import(tx, import_id, checked.stores))
    finally:
        end_import(database, actor, import_id)
    return _report(checked, applied)


def preview_import(
    database: Database | None, feed: Feed, clock: Clock, watch: Watch, options: ImportOptions = ORDINARY
) -> ImportReport:
    """The verdict and the counts of `import_feed`, and nothing written. None for a database that does not exist yet."""
    checked = _checked(feed, clock, watch, options)
    if database is None:
        vendors = len({told.vendor_id for told in checked.stores})
        return _report(checked, Applied(checked.listings, 0, vendors, len(checked.stores)))
    with database.read() as tx:
        known = find_stores(tx, checked.stores)
    added = changed = 0
    for batch in placed_items(checked, partial(watch, Phase.STORING)):
        with database.read() as tx:
            differing = difference(tx, known, batch)
        added += len(differing.new)
        changed += len(differing.changed)
    return _report(checked, Applied(added, changed, known.new_vendors, known.new_stores))


def _checked(feed: Feed, clock: Clock, watch: Watch, options: ImportOptions) -> CheckedFeed:
    latest_year = clock.now().year + YEARS_AHEAD
    return check_feed(feed, latest_year, partial(watch, Phase.CHECKING), options.reject, options.vendors)


def _stage(
    database: Database, actor: Actor, import_id: int, batches: Iterable[list[PlacedItem]], known: KnownStores
) -> None:
    remove_left_over_rows(database, actor)
    for batch in batches:
        with database.read() as tx:
            differing = difference(tx, known, batch)
        rows = (*differing.new, *differing.changed)
        for start in range(0, len(rows), STAGED_AT_ONCE):
            part = rows[start : start + STAGED_AT_ONCE]
            database.write(actor, partial(stage_rows, import_id=import_id, batch=part))


def _report(checked: CheckedFeed, applied: Applied) -> ImportReport:
    return ImportReport(
        listings=checked.listings,
        listed=checked.listed,
        unlisted=checked.listings - checked.listed,
        repeats=len(checked.repeats),
        vendors=len({told.vendor_id for told in checked.stores}),
        stores=len(checked.stores),
        added=applied.added,
        changed=applied.changed,
        new_vendors=applied.new_vendors,
        new_stores=applied.new_stores,
    )
