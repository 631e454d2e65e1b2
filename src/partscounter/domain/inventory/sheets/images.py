"""Tables of images: what an item is shown with, in place of the images that it had."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.imports import cells
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.reindex import reindex_items
from partscounter.domain.inventory.sheets import store as sql
from partscounter.domain.inventory.sheets.known_stores import KnownStores
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import Plan, SheetKind

COLUMNS = (
    Column("vendor_id", "The dealer's number: text, leading zeros count.", required=True),
    Column("vendor_store", "The store's number within the dealer: text.", required=True),
    Column("vendor_inventory_id", "The item's number within the store: text.", required=True),
    Column("images", "http(s) addresses, separated by |, the one to show first in front; blank = none.", required=True),
)


@dataclass(frozen=True, slots=True)
class ImageRow:
    """The images of one item."""

    line: int
    vendor_id: str
    vendor_store: str
    inventory_id: str
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImageChange:
    """An item's images as they shall be."""

    item_id: int
    images: tuple[str, ...]


def read_image_rows(reading: Reading) -> Sequence[ImageRow]:
    """The rows, without those that say again what an earlier one said."""
    rows = []
    for row in reading.table.rows:
        vendor_id, vendor_store = reading.store(row)
        inventory_id = reading.cell(row, "vendor_inventory_id", cells.read_id, "")
        nothing: tuple[str, ...] = ()
        images = reading.cell(row, "images", cells.read_images, nothing)
        if reading.is_first(row.line, "vendor_inventory_id", (vendor_id, vendor_store, inventory_id), images):
            rows.append(ImageRow(row.line, vendor_id, vendor_store, inventory_id, images))
    return rows


def plan_images(tx: ReadTx, rows: Sequence[ImageRow], reading: Reading) -> Plan[ImageChange]:
    """What the rows change. Their items must be in the stock, offered or not."""
    by_store: dict[int, list[ImageRow]] = {}
    stores = KnownStores(tx, reading)
    for row in rows:
        store_id = stores.find(row.line, row.vendor_id, row.vendor_store)
        if store_id is not None and row.inventory_id:
            by_store.setdefault(store_id, []).append(row)
    changes, unchanged = [], 0
    for store_id, of_store in by_store.items():
        known = sql.images_of_items(tx, store_id, [row.inventory_id for row in of_store])
        for row in of_store:
            item = known.get(row.inventory_id)
            if item is None:
                issue = f"there is no item {row.inventory_id!r} in this store"
                reading.refuse(row.line, "vendor_inventory_id", issue, row.inventory_id)
            elif item[1] == row.images:
                unchanged += 1
            else:
                changes.append(ImageChange(item[0], row.images))
    return Plan({"items": len(rows), "changed": len(changes), "unchanged": unchanged}, tuple(changes))


def apply_images(tx: WriteTx, plan: Plan[ImageChange]) -> None:
    """Replace the images; in order of the items, so that two writers cannot wait for each other."""
    changes = sorted(plan.changes, key=lambda change: change.item_id)
    sql.replace_images(tx, {change.item_id: change.images for change in changes})
    reindex_items(tx, [change.item_id for change in changes], "images")


def _hold_nothing(_: WriteTx) -> None:
    """Items are never deleted, and of two imports at once the later one's images count."""


IMAGES = SheetKind("images", COLUMNS, read_image_rows, plan_images, _hold_nothing, apply_images)
"""One row an item, found by vendor, store and number. Its images are replaced, not added to."""
