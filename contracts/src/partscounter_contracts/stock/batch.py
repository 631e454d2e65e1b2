"""A stream of changes: NDJSON, one change a line, answered by one result a line in the same order."""

from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.stock.errors import Error
from partscounter_contracts.stock.item import ItemFields

BATCH_LINES = 10_000
"""Lines in one request; more are refused with 413, and nothing of them is done."""
BATCH_BYTES = 8 * 1024 * 1024


class Op(StrEnum):
    """What is done with the item: the same as the method of this name does."""

    PUT = "put"
    PATCH = "patch"
    DELETE = "delete"


class BatchLine(Struct, frozen=True, kw_only=True):
    """One change. `if_match` is an ETag (or `*`), as in the header; `item` is needed for put and patch."""

    op: Op
    vendor_id: str
    vendor_store: str
    vendor_inventory_id: str
    if_match: str | UnsetType = UNSET
    item: ItemFields | UnsetType = UNSET


class BatchResult(Struct, frozen=True, kw_only=True):
    """What became of one line: the status, ETag and error that the line would have had as a request of its own."""

    line: int
    """Counted from 1, blank lines included."""
    status: int
    vendor_id: str | UnsetType = UNSET
    vendor_store: str | UnsetType = UNSET
    vendor_inventory_id: str | UnsetType = UNSET
    etag: str | UnsetType = UNSET
    error: Error | UnsetType = UNSET
