"""Stock: items, feeding them in, holding and handing them out."""

from partscounter.domain.inventory.documents import (
    DocumentRow,
    count_document_rows,
    document_rows,
    iterate_document_rows,
)
from partscounter.domain.inventory.errors import NotAvailable, NotUnique, UnknownItem
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.feed import FedItem, FeedCounts, put_items
from partscounter.domain.inventory.item import Description, Item, Line, PartTerms, Price, part_key
from partscounter.domain.inventory.lookup import (
    find_item,
    find_numbers,
    find_only_item,
    find_part,
    find_parts,
    get_item,
    iterate_items,
    list_parts_of_vehicle,
    load_items,
    name_numbers,
    reserved_by_item,
)
from partscounter.domain.inventory.match import match_parts
from partscounter.domain.inventory.offer import at_price, offer_of
from partscounter.domain.inventory.parts import Brand, list_brands, list_parts
from partscounter.domain.inventory.stock import hand_out, lock_items, put_back, release, reserve

__all__ = [
    "Brand",
    "Description",
    "DocumentRow",
    "FedItem",
    "FeedCounts",
    "Item",
    "ItemsChanged",
    "Line",
    "NotAvailable",
    "NotUnique",
    "PartTerms",
    "Price",
    "UnknownItem",
    "at_price",
    "count_document_rows",
    "document_rows",
    "find_item",
    "find_numbers",
    "find_only_item",
    "find_part",
    "find_parts",
    "get_item",
    "hand_out",
    "iterate_document_rows",
    "iterate_items",
    "list_brands",
    "list_parts",
    "list_parts_of_vehicle",
    "load_items",
    "lock_items",
    "match_parts",
    "name_numbers",
    "offer_of",
    "part_key",
    "put_back",
    "put_items",
    "release",
    "reserve",
    "reserved_by_item",
]
