"""Finding an item that was not retired."""

from partscounter.database import ReadTx
from partscounter.domain.inventory.changes import store as sql
from partscounter.domain.inventory.item import Item
from partscounter.domain.inventory.lookup import find_item


def find_kept_item(tx: ReadTx, store_id: int, inventory_id: str) -> Item | None:
    """By store and the vendor's inventory id; None where there is none, or it was retired."""
    item = find_item(tx, store_id, inventory_id)
    return None if item is None or sql.retired_among(tx, [item.id]) else item
