"""Reads an item from texts by native column, by the very rules of an import."""

from collections.abc import Mapping

from partscounter.domain.inventory.changes.change import ItemName
from partscounter.domain.inventory.feed import FedItem, fed_item
from partscounter.domain.inventory.imports.check import YEARS_AHEAD
from partscounter.domain.inventory.imports.row_reader import NativeRow, RowReader
from partscounter.kit.refusal import Violation

_ANY_PART_TYPE = {"part_type": "-"}


def read_fields(
    name: ItemName, fields: Mapping[str, str], this_year: int, *, is_whole: bool
) -> FedItem | tuple[Violation, ...]:
    """The item that `fields` describe, or every wrong one of them; what is left out has its default.

    With `is_whole` the fields that an item must have are asked for. Without it only those given are to be used.
    """
    identity = {
        "vendor_id": name.vendor_id,
        "vendor_store": name.vendor_store,
        "vendor_inventory_id": name.inventory_id,
    }
    base = identity if is_whole else identity | _ANY_PART_TYPE
    read = RowReader(this_year + YEARS_AHEAD).read(base | dict(fields))
    return fed_item(read.fed) if isinstance(read, NativeRow) else read
