"""What the search needs of an engine: five calls, of which four read one commit and one makes the next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from partscounter.kit.refusal import Unavailable
from partscounter.search.document import Document
from partscounter.search.query import Field, Filter, SortKey


class IndexMissing(Unavailable):
    """There is no index of this version here yet: it is to be built from the database."""

    code = "search_index_missing"


class IndexBusy(Unavailable):
    """Another process writes this index."""

    code = "search_index_busy"


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes that become visible together: first the deletions, then the upserts (the last one of a uid counts)."""

    upserts: tuple[Document, ...] = ()
    deletions: tuple[int, ...] = ()


class Entry(NamedTuple):
    """What the index tells of an item without the database."""

    uid: int
    store_id: int
    price_cents: int | None
    """Exact below LARGEST_PRICE_CENTS (see `query`)."""


class View(Protocol):
    """One commit of the index: answers taken from the same view agree with each other whatever is written meanwhile.

    May be kept as long as it is used, by any thread.
    """

    def count_by(self, field: Field, wanted: Filter) -> dict[int, int]:
        """How many of the wanted items carry each value of `field`; an item counts once under each of its makes."""

    def top(
        self, wanted: Filter, sort: SortKey, *, descending: bool, offset: int, limit: int, after: int | None = None
    ) -> tuple[int, Sequence[int]]:
        """The exact number of wanted items, and the uids at `offset`… in the total order of `query`.

        Beyond the end there are none. With `after`, only what follows that item is counted and told: the way through a
        long result, since a large offset takes memory and time. ValueError for SortKey.DISTANCE, which is an order made
        above the engine, and for an `after` that is not in the index.
        """

    def lookup(self, wanted: Filter, most: int) -> Sequence[Entry] | None:
        """What is known of every wanted item, by the seller's price, then id.

        None if they are more than `most`; and, unless the filter names them, where it would not be quick to tell all.
        """

    def watermark(self) -> int:
        """The cursor of the change log up to which this commit is complete; 0 for an index never written."""


def entries_of(view: View, uids: Collection[int]) -> dict[int, Entry]:
    """What is known of those uids that are in the index."""
    found = view.lookup(Filter(uids=frozenset(uids)), len(uids))
    return {entry.uid: entry for entry in found or ()}


class IndexReader(Protocol):
    """Any number of processes may read, while one writes."""

    def view(self) -> View:
        """The newest commit. Refuses with IndexMissing."""


class IndexWriter(Protocol):
    """The one process that writes."""

    def apply(self, changes: Batch, cursor: int, after: int | None = None, *, commit: bool = True) -> bool:
        """Commit `changes`, and with them that the index is complete up to `cursor`; durable on return.

        Without `commit` they are seen, and durable, with the next that is committed; until then only the writer's own
        watermark counts them, and if it ends before, they are as good as never applied.

        Applying a batch twice is applying it once. A batch that was made `after` a watermark that is no longer the
        index's is stale: nothing happens, and the answer is False. Cursors are only compared for equality, since the
        order of the log is not the order of its numbers on PostgreSQL.
        """

    def watermark(self) -> int:
        """The cursor of the last commit; 0 for an index never written."""
