"""Takes a named consumer past the orders that are done with, so that nobody reads their marks again at each download.

Marks stay. An order that is neither marked nor rejected is never passed, nor is one after it.
"""

from dataclasses import replace
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.export import store as sql
from partscounter.domain.export.consumer import Consumer

STEP: Final = 1000
"""Orders at a time. So many marks, which take about a millisecond, are read at every download for nothing."""


def is_behind(tx: ReadTx, consumer: Consumer) -> bool:
    """Whether there is a whole step to go."""
    return len(sql.settled_orders(tx, consumer.dealer_id, consumer, STEP)) == STEP


def move_on(tx: WriteTx, consumer: Consumer) -> Consumer:
    """The consumer, past the next orders that are done with, at most a step of them.

    On PostgreSQL other orders wait meanwhile: one that has its number but is not committed could be passed unseen.
    """
    sql.keep_orders_out(tx)
    settled = sql.settled_orders(tx, consumer.dealer_id, consumer, STEP)
    if not settled:
        return consumer
    sql.move_consumer(tx, consumer.id, settled[-1])
    return replace(consumer, after_order=max(consumer.after_order, settled[-1]))
