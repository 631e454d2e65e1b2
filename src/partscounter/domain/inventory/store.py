"""SQL of items: reading and counting stock."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.domain.inventory.item import Description, Item, Line, PartTerms, Price
from partscounter.domain.inventory.tables import items

_AT_ONCE = 500

# Put together once: every search asks it, and putting it together takes as long as the answer.
_BY_ID = sa.select(items).where(items.c.id.in_(sa.bindparam("ids", expanding=True)))


def _description(row: sa.RowMapping) -> Description:
    return Description(
        part_name=row["part_name"],
        vendor_part_name=row["vendor_part_name"],
        vehicle_make=row["vehicle_make"],
        vehicle_model=row["vehicle_model"],
        part_manufacturer=row["part_manufacturer"],
        part_model=row["part_model"],
        year=row["year"],
        category=row["category"],
        condition=row["condition"],
        side=row["side"],
        text=row["text"],
        html=row["html"],
        oem_number=row["oem_number"],
        serial_number=row["serial_number"],
        alternate_numbers=row["alternate_numbers"],
        vin=row["vin"],
        vehicle_id=row["vehicle_id"],
        images=tuple(row["images"]),
        questions=tuple((label, value) for label, value in row["questions"]),
    )


def _item(row: sa.RowMapping) -> Item:
    terms = dict(row["terms"])
    references = tuple(terms.pop("vehicle_references", ()))
    return Item(
        id=row["id"],
        dealer_id=row["dealer_id"],
        store_id=row["store_id"],
        inventory_id=row["inventory_id"],
        line=Line(row["line"]),
        tag_number=row["tag_number"],
        brand_code=row["brand_code"],
        part_code=row["part_code"],
        description=_description(row),
        price=Price(each=row["price"], core=row["core_price"], list=row["list_price"]),
        terms=PartTerms(**terms, vehicle_references=references),
        listed=row["listed"],
        on_hand=row["on_hand"],
        reserved=row["reserved"],
        added_at=row["added_at"],
        changed_at=row["changed_at"],
    )


def load_items(tx: ReadTx, ids: Collection[int]) -> dict[int, Item]:
    wanted = sorted(set(ids))
    found: dict[int, Item] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = tx.connection.execute(_BY_ID, {"ids": wanted[start : start + _AT_ONCE]}).mappings()
        found.update((row["id"], _item(row)) for row in rows)
    return found


def find_item(tx: ReadTx, store_id: int, inventory_id: str) -> Item | None:
    found = select_items(tx, items.c.store_id == store_id, items.c.inventory_id == inventory_id)
    return found[0] if found else None


def find_by_names(tx: ReadTx, store_ids: Collection[int], limit: int, **equal: str) -> list[Item]:
    conditions = [items.c[name] == value for name, value in equal.items()]
    return select_items(tx, items.c.store_id.in_(store_ids), *conditions, limit=limit)


def find_parts(tx: ReadTx, store_id: int, key: str, *, with_brand: bool) -> list[Item]:
    column = items.c.part_key if with_brand else items.c.code_key
    return select_items(tx, items.c.store_id == store_id, column == key, limit=2)


def parts_with_keys(tx: ReadTx, store_id: int, keys: Collection[str]) -> list[Item]:
    wanted = sorted(keys)
    found: list[Item] = []
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found += select_items(tx, items.c.store_id == store_id, items.c.part_key.in_(part))
    return found


def items_with_keys(tx: ReadTx, store_ids: Collection[int], keys: Collection[str]) -> list[Item]:
    known = items.c.part_key.in_(keys), items.c.code_key.in_(keys)
    found = [select_items(tx, items.c.store_id.in_(store_ids), is_named, items.c.listed) for is_named in known]
    return list({item.id: item for each in found for item in each}.values())


def _is_part(store_id: int) -> list[sa.ColumnElement[bool]]:
    return [items.c.store_id == store_id, items.c.listed, items.c.brand_code != "", items.c.part_code != ""]


def brands_of_store(tx: ReadTx, store_id: int) -> list[tuple[str, str]]:
    query = sa.select(items.c.brand_code, sa.func.max(items.c.part_manufacturer)).where(*_is_part(store_id))
    rows = tx.connection.execute(query.group_by(items.c.brand_code).order_by(items.c.brand_code))
    return [(code, name) for code, name in rows]


def parts_of_store(
    tx: ReadTx, store_id: int, *, brand_code: str | None, code_key: str | None, offset: int, limit: int
) -> tuple[int, list[Item]]:
    conditions = _is_part(store_id)
    if brand_code is not None:
        conditions.append(items.c.brand_code == brand_code)
    if code_key is not None:
        conditions.append(items.c.code_key == code_key)
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(items).where(*conditions)) or 0
    query = sa.select(items).where(*conditions).order_by(items.c.brand_code, items.c.part_code, items.c.id)
    rows = tx.connection.execute(query.offset(offset).limit(limit)).mappings()
    return total, [_item(row) for row in rows]


def items_of_vehicle(tx: ReadTx, store_id: int, vehicle_id: str) -> list[Item]:
    return select_items(tx, items.c.store_id == store_id, items.c.vehicle_id == vehicle_id)


def select_items(tx: ReadTx, *conditions: sa.ColumnElement[bool], limit: int | None = None) -> list[Item]:
    query = sa.select(items).where(*conditions).order_by(items.c.id).limit(limit)
    return [_item(row) for row in tx.connection.execute(query).mappings()]


def iterate_items(tx: ReadTx, batch: int) -> Iterator[list[Item]]:
    last = 0
    while found := select_items(tx, items.c.id > last, limit=batch):
        yield found
        last = found[-1].id


def names_of_items(tx: ReadTx, ids: Sequence[int]) -> dict[int, dict[str, int | None]]:
    columns = [items.c[name] for name in NAME_COLUMNS]
    found: dict[int, dict[str, int | None]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = sa.select(items.c.id, *columns).where(items.c.id.in_(ids[start : start + _AT_ONCE]))
        for id_, *numbers in tx.connection.execute(query):
            found[id_] = dict(zip(NAME_COLUMNS, numbers, strict=True))
    return found


NAME_COLUMNS = (
    "part_type_id",
    "vehicle_make_id",
    "vehicle_model_id",
    "part_manufacturer_id",
    "part_model_id",
    "category_id",
)


def reserved_by_item(tx: ReadTx) -> dict[int, int]:
    query = sa.select(items.c.id, items.c.reserved).where(items.c.reserved > 0)
    return {row.id: row.reserved for row in tx.connection.execute(query)}


def lock_items(tx: WriteTx, ids: Collection[int]) -> dict[int, Item]:
    """The items, held for this transaction in order of their ids, so that two orders cannot wait for each other."""
    query = sa.select(items).where(items.c.id.in_(sorted(set(ids)))).order_by(items.c.id).with_for_update()
    return {row["id"]: _item(row) for row in tx.connection.execute(query).mappings()}


def lock_stock(tx: WriteTx, ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """(on hand, reserved) of the items, held as by `lock_items`."""
    return {id_: (on_hand, reserved) for id_, on_hand, reserved in _LOCK_STOCK.rows(tx, ids=sorted(ids))}


_LOCK_STOCK = Prepared(
    sa.select(items.c.id, items.c.on_hand, items.c.reserved)
    .where(among(items.c.id, "ids"))
    .order_by(items.c.id)
    .with_for_update()
)


def add_to_stock(tx: WriteTx, changes: Mapping[int, tuple[int, int]]) -> None:
    """Add (on_hand, reserved) to each item; the table's checks refuse anything below zero."""
    if not changes:
        return
    rows = [(on_hand, reserved, item_id) for item_id, (on_hand, reserved) in sorted(changes.items())]
    _ADD_TO_STOCK.run_many(tx, ("on_hand_change", "reserved_change", "item"), rows, now=tx.now)


_ADD_TO_STOCK = Prepared(
    sa.update(items)
    .where(items.c.id == sa.bindparam("item"))
    .values(
        on_hand=items.c.on_hand + sa.bindparam("on_hand_change"),
        reserved=items.c.reserved + sa.bindparam("reserved_change"),
        changed_at=sa.bindparam("now", type_=items.c.changed_at.type),
    )
)


def update_items(tx: WriteTx, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Overwrite the fed columns of each row's `item`; what is reserved, and since when it is known, stay."""
    if not rows:
        return []
    kept = {"item", "added_at", "dealer_id", "store_id", "inventory_id"}
    columns = [name for name in rows[0] if name not in kept]
    update = (
        sa.update(items)
        .where(items.c.id == sa.bindparam("item"))
        .values({items.c[name]: sa.bindparam(f"new_{name}", type_=items.c[name].type) for name in columns})
    )
    parameters = [{"item": row["item"], **{f"new_{name}": row[name] for name in columns}} for row in rows]
    tx.connection.execute(update, parameters)
    return [row["item"] for row in rows]


def parts_answering(tx: ReadTx, store_id: int, keys: Collection[str]) -> list[Item]:
    """Items whose key, with or without the brand, is one of `keys`."""
    wanted = sorted(keys)
    found: dict[int, Item] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        for column in (items.c.part_key, items.c.code_key):
            found |= {item.id: item for item in select_items(tx, items.c.store_id == store_id, column.in_(part))}
    return [found[id_] for id_ in sorted(found)]


def ids_of_stores(tx: ReadTx, store_ids: Collection[int]) -> list[int]:
    query = sa.select(items.c.id).where(items.c.store_id.in_(store_ids)).order_by(items.c.id)
    return list(tx.connection.execute(query).scalars())
