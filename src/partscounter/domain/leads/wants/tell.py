"""What a customer is to be told of, taken once."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.inventory import Item
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.lookup import get_want
from partscounter.domain.leads.wants.sight import Sight


def take_untold(tx: WriteTx, want_id: int) -> Sequence[Item]:
    """The items that fit, can still be bought, and were not told of; from now on they count as told.

    What was sold meanwhile, or is hidden from whoever waits, is forgotten: it is an arrival if it comes back.
    """
    waiting = sql.lock_untold(tx, want_id)
    items, want, sight = inventory.load_items(tx, waiting), get_want(tx, want_id), Sight(tx)
    there = [item for item in items.values() if item.available > 0 and sight.sees(want, item)]
    told = {item.id for item in there}
    sql.mark_told(tx, want_id, told)
    sql.forget_pairs(tx, want_id, set(waiting) - told)
    return sorted(there, key=lambda item: item.id)
