"""Where the index gets its documents: the database, read through the domain's verbs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partscounter.database import Database, ReadTx
from partscounter.database.log import events_after, head
from partscounter.domain import dealers, inventory
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item, ItemsChanged
from partscounter.search.document import Document
from partscounter.search.project import document_of

_EVENTS_AT_ONCE = 50
_ITEMS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class DatabaseSource:
    """`read_events`, `load_documents` and `read_all` as `follow_once` and `rebuild` ask for them."""

    database: Database

    def read_events(self, cursor: int) -> tuple[int, Sequence[int]]:
        """The items that changed after `cursor`, of some events, and the cursor after those."""
        with self.database.read() as tx:
            found = events_after(tx, cursor, {ItemsChanged.kind}, _EVENTS_AT_ONCE)
        changed = [item_id for event in found for item_id in ItemsChanged.items_of(event.data)]
        return (found[-1].id if found else cursor), changed

    def load_documents(self, uids: Sequence[int]) -> Mapping[int, Document]:
        """The documents of those items that can be bought now."""
        with self.database.read() as tx:
            found: dict[int, Document] = {}
            stores = dealers.load_stores(tx)
            for start in range(0, len(uids), _ITEMS_AT_ONCE):
                part = inventory.load_items(tx, uids[start : start + _ITEMS_AT_ONCE])
                found.update(_documents(tx, list(part.values()), stores))
            return found

    def read_all(self) -> tuple[int, Iterable[Document]]:
        """The end of the log, then every document there is."""
        with self.database.read() as tx:
            cursor = head(tx)
        return cursor, self._all_documents()

    def _all_documents(self) -> Iterator[Document]:
        with self.database.read() as tx:
            stores = dealers.load_stores(tx)
            for part in inventory.iterate_items(tx, _ITEMS_AT_ONCE):
                yield from _documents(tx, part, stores).values()


def _documents(tx: ReadTx, items: Sequence[Item], stores: Mapping[int, Store]) -> dict[int, Document]:
    offered = [item for item in items if item.available > 0]
    names = inventory.name_numbers(tx, [item.id for item in offered])
    return {item.id: document_of(item, names[item.id], stores[item.store_id]) for item in offered}
