"""SQL of the images of items."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.tables import items

_AT_ONCE = 500


def images_of_items(tx: ReadTx, store_id: int, inventory_ids: Sequence[str]) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Item id and images, by the vendor's id."""
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for start in range(0, len(inventory_ids), _AT_ONCE):
        part = inventory_ids[start : start + _AT_ONCE]
        query = sa.select(items.c.inventory_id, items.c.id, items.c.images)
        query = query.where(items.c.store_id == store_id, items.c.inventory_id.in_(part))
        found.update((name, (id_, tuple(images))) for name, id_, images in tx.connection.execute(query))
    return found


def replace_images(tx: WriteTx, images: Mapping[int, Sequence[str]]) -> None:
    if not images:
        return
    update = sa.update(items).where(items.c.id == sa.bindparam("item"))
    values = update.values(images=sa.bindparam("new_images", type_=items.c.images.type), changed_at=tx.now)
    tx.connection.execute(values, [{"item": id_, "new_images": list(each)} for id_, each in images.items()])
