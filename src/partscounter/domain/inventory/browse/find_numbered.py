"""Items that are called exactly so, whether they can be bought or not."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.inventory.browse import store as sql
from partscounter.kit.text import squash


def find_numbered(tx: ReadTx, store_ids: Collection[int], number: str, limit: int = 20) -> list[int]:
    """Their ids: by part number with or without its brand, in any case and punctuation; by tag or inventory number."""
    written = number.strip()
    return sql.items_numbered(tx, store_ids, written, squash(written), limit) if written else []
