"""Where the index gets its documents: the database, read through the domain's verbs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partscounter.database import Database, ReadTx
from partscounter.database.log import events_after, head
from partscounter.domain import dealers, inventory
from partscounter.domain.inventory import DocumentRow, ItemsChanged
from partscounter.search.all_documents import AllDocuments
from partscounter.search.document import Document
from partscounter.search.project import document_of

ENOUGH = 1_000
"""Changes that are enough at a time: a seventh of a second, for which what is sold meanwhile has to wait."""

BRIEF = 20
"""Items that an event names at most which overtakes longer ones: a sale, an edit, a small feed."""
MOST_OVERTAKING = 500
"""Items after which no more are looked for to overtake at a time."""

_FIRST_EVENTS = 1
"""Read at first, then ever more: an event of a large feed names a thousand items, one of a sale a few."""
_EVENTS_AT_ONCE = 100
_LOOKS_AHEAD = 10
_ITEMS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class DatabaseSource:
    """`read_events`, `read_brief`, `load_documents` and `read_all` as following and `rebuild` ask for them."""

    database: Database
    enough: int = ENOUGH

    def read_events(self, cursor: int) -> tuple[int, Sequence[int]]:
        """The items that changed after `cursor`, of some events, and the cursor after those."""
        changed: list[int] = []
        limit = _FIRST_EVENTS
        with self.database.read() as tx:
            while len(changed) < self.enough:
                found = events_after(tx, cursor, {ItemsChanged.kind}, limit)
                changed += [item_id for event in found for item_id in ItemsChanged.items_of(event.data)]
                cursor = found[-1].id if found else cursor
                if len(found) < limit:
                    break
                limit = min(2 * limit, _EVENTS_AT_ONCE)
        return cursor, changed

    def read_brief(self, cursor: int) -> tuple[int, Sequence[int]]:
        """The items that brief events name after `cursor`, and the cursor up to where was looked for them."""
        hurried: list[int] = []
        with self.database.read() as tx:
            for _ in range(_LOOKS_AHEAD):
                found = events_after(tx, cursor, {ItemsChanged.kind}, _EVENTS_AT_ONCE)
                named = [ItemsChanged.items_of(event.data) for event in found]
                hurried += [item_id for items in named if len(items) <= BRIEF for item_id in items]
                cursor = found[-1].id if found else cursor
                if len(found) < _EVENTS_AT_ONCE or len(hurried) >= MOST_OVERTAKING:
                    break
        return cursor, hurried

    def load_documents(self, uids: Sequence[int]) -> Mapping[int, Document]:
        """The documents of those items that can be bought now."""
        with self.database.read() as tx:
            found: dict[int, Document] = {}
            for start in range(0, len(uids), _ITEMS_AT_ONCE):
                rows = inventory.document_rows(tx, uids[start : start + _ITEMS_AT_ONCE])
                found.update((document.uid, document) for document in _documents(tx, rows))
            return found

    def read_all(self) -> tuple[int, Iterable[Document]]:
        """The end of the log, then every document there is."""
        with self.database.read() as tx:
            cursor = head(tx)
            about = inventory.count_document_rows(tx)
        return cursor, AllDocuments(self._all_documents(), about)

    def _all_documents(self) -> Iterator[Document]:
        with self.database.read() as tx:
            for rows in inventory.iterate_document_rows(tx, _ITEMS_AT_ONCE):
                yield from _documents(tx, rows)


def _documents(tx: ReadTx, rows: Sequence[DocumentRow]) -> Iterator[Document]:
    companies = dealers.load_companies(tx, {row.store_id for row in rows})
    return (document_of(row, companies[row.store_id]) for row in rows)
