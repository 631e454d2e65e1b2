"""What a customer is to be told of, taken once."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.inventory import Item
from partscounter.domain.leads.wants import store as sql


def take_untold(tx: WriteTx, want_id: int) -> Sequence[Item]:
    """The items that fit, can still be bought, and were not told of; from now on they count as told.

    What was sold meanwhile is forgotten, so that it is an arrival if it comes back.
    """
    waiting = sql.lock_untold(tx, want_id)
    items = inventory.load_items(tx, waiting)
    there = [item for item in items.values() if item.available > 0]
    told = {item.id for item in there}
    sql.mark_told(tx, want_id, told)
    sql.forget_pairs(tx, want_id, set(waiting) - told)
    return sorted(there, key=lambda item: item.id)
