"""SQL of full replacement: what a store offers, and taking it off offer."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.tables import items


def offered_items(tx: ReadTx, store_id: int, after: str, limit: int) -> list[tuple[int, str, str]]:
    """(id, inventory id, fed hash) of the next offered items of the store after that inventory id."""
    query = sa.select(items.c.id, items.c.inventory_id, items.c.fed_hash).where(
        items.c.store_id == store_id, items.c.inventory_id > after, items.c.listed
    )
    rows = tx.connection.execute(query.order_by(items.c.inventory_id).limit(limit))
    return [(id_, inventory_id, fed) for id_, inventory_id, fed in rows]


def lock_unchanged(tx: WriteTx, hashes: Mapping[int, str]) -> list[int]:
    """Those that are offered still and were not fed since; held until the transaction ends."""
    chosen = sa.select(items.c.id, items.c.fed_hash).where(items.c.id.in_(hashes), items.c.listed)
    rows = tx.connection.execute(chosen.order_by(items.c.id).with_for_update())
    return [id_ for id_, fed in rows if hashes[id_] == fed]


def retire_items(tx: WriteTx, ids: Sequence[int]) -> None:
    """Take them off offer; without a hash, the next feed lists them."""
    retired = sa.update(items).where(items.c.id.in_(ids)).values(listed=False, fed_hash="", changed_at=tx.now)
    tx.connection.execute(retired)
