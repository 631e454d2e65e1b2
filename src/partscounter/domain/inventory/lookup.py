"""Finding items by the names that the contracts give them."""

from collections.abc import Collection, Iterator, Sequence

from partscounter.database import ReadTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.errors import NotUnique, UnknownItem
from partscounter.domain.inventory.item import Item, part_key
from partscounter.kit.text import squash


def find_item(tx: ReadTx, store_id: int, inventory_id: str) -> Item | None:
    """By store and the vendor's inventory id, exactly as text."""
    return sql.find_item(tx, store_id, inventory_id)


def find_only_item(
    tx: ReadTx, store_ids: Collection[int], *, inventory_id: str = "", tag_number: str = ""
) -> Item | None:
    """The one item of these stores with this inventory id, or, without one, with this tag number.

    Refuses with NotUnique where several items answer to it.
    """
    name = {"inventory_id": inventory_id} if inventory_id else {"tag_number": tag_number}
    if not store_ids or not any(name.values()):
        return None
    found = sql.find_by_names(tx, store_ids, 2, **name)
    if len(found) > 1:
        raise NotUnique(f"More than one item answers to {inventory_id or tag_number}.")
    return found[0] if found else None


def get_item(tx: ReadTx, item_id: int) -> Item:
    """By our own id; refuses with UnknownItem."""
    found = sql.load_items(tx, [item_id]).get(item_id)
    if found is None:
        raise UnknownItem(f"There is no item {item_id}.")
    return found


def load_items(tx: ReadTx, ids: Collection[int]) -> dict[int, Item]:
    """The items with these ids, by id; unknown ids are left out."""
    return sql.load_items(tx, ids)


def find_part(
    tx: ReadTx, store_id: int, *, part_id: str = "", brand_code: str = "", part_code: str = ""
) -> Item | None:
    """A part of the store by `part_id`, or by brand and part code, whatever the hyphens and case.

    A part code without its brand is enough where it names one part; refuses with NotUnique where it names several.
    """
    key = squash(part_id or brand_code + part_code)
    if not key:
        return None
    found = sql.find_parts(tx, store_id, key, with_brand=True) or sql.find_parts(tx, store_id, key, with_brand=False)
    if len(found) > 1:
        raise NotUnique(f"More than one part of this store answers to {part_id or part_code}.")
    return found[0] if found else None


def find_parts(tx: ReadTx, store_id: int, keys: Collection[str]) -> dict[str, list[Item]]:
    """The parts on offer in the store under each of these keys (`part_key`), brand included; in few queries.

    Two parts may share a key: `S7` with `654321`, and `S` with `7654321`.
    """
    found: dict[str, list[Item]] = {key: [] for key in keys if key}
    for item in sql.parts_with_keys(tx, store_id, found):
        if item.listed:
            found[part_key(item.brand_code, item.part_code)].append(item)
    return found


def find_numbers(tx: ReadTx, store_ids: Collection[int], numbers: Collection[str]) -> dict[str, list[Item]]:
    """What these stores have to sell under each of these part numbers, with or without the brand; in two queries.

    A number counts whatever its hyphens and case.
    """
    keys = {number: squash(number) for number in numbers}
    wanted = {key for key in keys.values() if key}
    found = sql.items_with_keys(tx, store_ids, wanted) if store_ids and wanted else []
    on_offer = [item for item in found if item.available > 0]
    return {number: [item for item in on_offer if key in _keys_of(item)] for number, key in keys.items()}


def _keys_of(item: Item) -> set[str]:
    return {part_key(item.brand_code, item.part_code), squash(item.part_code)} - {""}


def list_parts_of_vehicle(tx: ReadTx, store_id: int, vehicle_id: str) -> list[Item]:
    """Everything taken off one vehicle or whole unit that can be sold."""
    return [item for item in sql.items_of_vehicle(tx, store_id, vehicle_id) if item.available > 0]


def iterate_items(tx: ReadTx, batch: int = 1000) -> Iterator[list[Item]]:
    """Every item in order of its id, in batches."""
    return sql.iterate_items(tx, batch)


def reserved_by_item(tx: ReadTx) -> dict[int, int]:
    """Units held for orders, of every item that has any."""
    return sql.reserved_by_item(tx)


def name_numbers(tx: ReadTx, ids: Sequence[int]) -> dict[int, dict[str, int | None]]:
    """The numbers of the names of these items: part type, makes, models, category; by item id and column."""
    return sql.names_of_items(tx, ids)
