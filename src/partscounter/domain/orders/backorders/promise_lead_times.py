"""The first promise for a line that goes on back order: the part's lead time from today, where it is known."""

from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders.backorders.promise import Telling
from partscounter.domain.orders.backorders.promise_lines import record_promises
from partscounter.domain.orders.order import Order

LONGEST_LEAD_TIME = 3650
"""In days. A longer one is a mistake in the feed, and nothing to promise."""
_REASON = "lead time"


def promise_lead_times(tx: WriteTx, order: Order, *, first_told: Telling) -> None:
    """Promise what the lead times allow for the lines of `order` on back order. The caller holds the order's lock."""
    short = {
        line.number: line.item_id for line in order.lines if line.quantities.backorder and line.item_id is not None
    }
    if not short:
        return
    items = inventory.load_items(tx, set(short.values()))
    lead_times = {number: items[item_id].terms.lead_time_days for number, item_id in short.items() if item_id in items}
    days = {
        number: tx.now.date() + timedelta(days=lead_time)
        for number, lead_time in lead_times.items()
        if lead_time is not None and 0 <= lead_time <= LONGEST_LEAD_TIME
    }
    if days:
        record_promises(tx, order, days, first_told=first_told, reason=_REASON)
