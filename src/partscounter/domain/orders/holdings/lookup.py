"""The orders behind the units of an item that are not to be sold."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.database import ReadTx
from partscounter.domain.orders.holdings import store as sql


@dataclass(frozen=True, slots=True)
class Holding:
    """One order with its units of one item."""

    order_id: int
    number: str
    document_number: str
    placed_at: datetime
    held: int
    """Taken from what is on the shelf, and not shipped yet."""
    waiting: int
    """On back order."""


def list_holdings(tx: ReadTx, item_id: int, limit: int = 50) -> list[Holding]:
    """The newest orders that hold or wait for units of the item."""
    return [Holding(*row) for row in sql.orders_holding(tx, item_id, limit)]
