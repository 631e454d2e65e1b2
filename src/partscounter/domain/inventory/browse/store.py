"""SQL of stock that cannot be bought."""

from collections.abc import Collection

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.inventory.tables import items


def unsold_items(
    tx: ReadTx,
    *,
    is_listed: bool,
    dealers: Collection[int] | None,
    store_id: int | None,
    number: tuple[str, str] | None,
    before: int | None,
    limit: int,
) -> list[int]:
    """Ids, the highest first. `number` is as written, and squashed."""
    conditions = [items.c.listed, items.c.on_hand <= items.c.reserved] if is_listed else [~items.c.listed]
    if dealers is not None:
        conditions.append(items.c.dealer_id.in_(sorted(dealers)))
    if store_id is not None:
        conditions.append(items.c.store_id == store_id)
    if number is not None:
        conditions.append(_answers_to(*number))
    if before is not None:
        conditions.append(items.c.id < before)
    query = sa.select(items.c.id).where(*conditions).order_by(items.c.id.desc()).limit(limit)
    return list(tx.connection.execute(query).scalars())


def _answers_to(written: str, squashed: str) -> sa.ColumnElement[bool]:
    named = [items.c.tag_number == written, items.c.inventory_id == written, items.c.oem_number == written]
    if squashed:
        named += [items.c.part_key == squashed, items.c.code_key == squashed]
    return sa.or_(*named)


def items_numbered(tx: ReadTx, store_ids: Collection[int], written: str, squashed: str, limit: int) -> list[int]:
    """Ids, the lowest first; each of the columns has an index that begins with the store."""
    named = [items.c.tag_number == written, items.c.inventory_id == written]
    if squashed:
        named += [items.c.part_key == squashed, items.c.code_key == squashed]
    here = items.c.store_id.in_(sorted(store_ids))
    found = sa.union(*(sa.select(items.c.id).where(here, condition) for condition in named)).subquery()
    return list(tx.connection.execute(sa.select(found.c.id).order_by(found.c.id).limit(limit)).scalars())
