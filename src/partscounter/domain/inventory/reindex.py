"""Having items indexed anew when what changed is not the item but something that its document is made of."""

from collections.abc import Collection, Sequence

from partscounter.database import WriteTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.events import ItemsChanged

IDS_IN_AN_EVENT = 1000


def reindex_stores(tx: WriteTx, store_ids: Collection[int]) -> None:
    """All items of these stores, whose name is a column that a search can sort by."""
    if store_ids:
        reindex_items(tx, sql.ids_of_stores(tx, store_ids), "store")


def reindex_items(tx: WriteTx, item_ids: Sequence[int], reason: str) -> None:
    """These items; `reason` is the event's."""
    for start in range(0, len(item_ids), IDS_IN_AN_EVENT):
        tx.emit(ItemsChanged(item_ids=tuple(item_ids[start : start + IDS_IN_AN_EVENT]), reason=reason))
