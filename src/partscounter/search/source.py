"""Where the index gets its documents: the database, read through the domain's verbs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partscounter.database import Database, ReadTx
from partscounter.database.log import events_after, head
from partscounter.domain import dealers, inventory
from partscounter.domain.inventory import DocumentRow, ItemsChanged
from partscounter.search.document import Document
from partscounter.search.project import document_of

ENOUGH = 20_000
"""Changes that are enough for one commit, each of which takes its time however few are in it."""

_EVENTS_AT_ONCE = 20
"""Each names up to a thousand items."""
_ITEMS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class DatabaseSource:
    """`read_events`, `load_documents` and `read_all` as `follow_once` and `rebuild` ask for them."""

    database: Database
    enough: int = ENOUGH

    def read_events(self, cursor: int) -> tuple[int, Sequence[int]]:
        """The items that changed after `cursor`, of some events, and the cursor after those."""
        changed: list[int] = []
        with self.database.read() as tx:
            while len(changed) < self.enough:
                found = events_after(tx, cursor, {ItemsChanged.kind}, _EVENTS_AT_ONCE)
                changed += [item_id for event in found for item_id in ItemsChanged.items_of(event.data)]
                cursor = found[-1].id if found else cursor
                if len(found) < _EVENTS_AT_ONCE:
                    break
        return cursor, changed

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
        return cursor, self._all_documents()

    def _all_documents(self) -> Iterator[Document]:
        with self.database.read() as tx:
            for rows in inventory.iterate_document_rows(tx, _ITEMS_AT_ONCE):
                yield from _documents(tx, rows)


def _documents(tx: ReadTx, rows: Sequence[DocumentRow]) -> Iterator[Document]:
    companies = dealers.load_companies(tx, {row.store_id for row in rows})
    return (document_of(row, companies[row.store_id]) for row in rows)
