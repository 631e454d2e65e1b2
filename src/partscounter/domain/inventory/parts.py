"""A store's parts by brand and code, as the parts-orders contract asks for them: only what is listed and has a code."""

from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.item import Item
from partscounter.kit.text import squash


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand that a store sells."""

    code: str
    name: str
    """A manufacturer of its parts; the code where none is named."""


def list_brands(tx: ReadTx, store_id: int) -> list[Brand]:
    """Every brand of the store, in order of code. Reads all parts of the store."""
    return [Brand(code, name or code) for code, name in sql.brands_of_store(tx, store_id)]


def list_parts(
    tx: ReadTx, store_id: int, *, brand_code: str | None, part_code: str | None, offset: int, limit: int
) -> tuple[int, list[Item]]:
    """How many parts have this brand and this code, and those from `offset` on; None asks for any.

    Part codes count as one whatever their hyphens and case, brand codes only as they stand.
    """
    key = None if part_code is None else squash(part_code)
    if key == "":
        return 0, []
    return sql.parts_of_store(tx, store_id, brand_code=brand_code, code_key=key, offset=offset, limit=limit)
