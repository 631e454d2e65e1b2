"""Job `reserve_arrived`: hold units of an item that became free for the orders that wait for it, the oldest first."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor

ACTOR = Actor(name="reserve_arrived", door="worker")


def arrival_reserver(database: Database) -> Handler:
    """The handler. Each order is a transaction of its own; a second run goes on where the first one died."""

    def reserve(job: Job) -> None:
        item = job.payload["item"]
        if not isinstance(item, int):
            raise TypeError(f"job {job.id} names no item")
        with database.read() as tx:
            waiting = orders.list_waiting_orders(tx, item)
        for order in waiting:
            if not database.write(ACTOR, partial(orders.reserve_arrived, order_id=order, item_id=item)):
                return

    return reserve
