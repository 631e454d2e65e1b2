"""Items that cannot be bought, the newest first."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from partscounter.database import ReadTx
from partscounter.domain.inventory.browse import store as sql
from partscounter.kit.text import squash


class Unsold(StrEnum):
    """Why an item cannot be bought."""

    OFF_OFFER = "off"
    """It is kept and not offered: retired, or never listed."""
    NONE_LEFT = "none"
    """It is offered, and every unit is gone or held for an order."""


@dataclass(frozen=True, slots=True)
class UnsoldFilter:
    """Which of them; None filters nothing."""

    why: Unsold
    dealers: Collection[int] | None = None
    store_id: int | None = None
    number: str = ""
    """A part number with or without its brand, in any case and punctuation; or a tag or inventory number."""


def list_unsold(tx: ReadTx, wanted: UnsoldFilter, *, before: int | None = None, limit: int = 50) -> list[int]:
    """The ids of the next items below the id `before`; there may be more if there are `limit`."""
    number = wanted.number.strip()
    return sql.unsold_items(
        tx,
        is_listed=wanted.why is Unsold.NONE_LEFT,
        dealers=wanted.dealers,
        store_id=wanted.store_id,
        number=(number, squash(number)) if number else None,
        before=before,
        limit=limit,
    )
