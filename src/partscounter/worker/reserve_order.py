"""Job `reserve_order`: hold stock for an order that an asynchronous store took."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor

ACTOR = Actor(name="reserve_order", door="worker")


def order_reserver(database: Database) -> Handler:
    """The handler; run twice for one order it holds nothing twice."""

    def reserve(job: Job) -> None:
        order = job.payload["order"]
        if not isinstance(order, int):
            raise TypeError(f"job {job.id} names no order")
        database.write(ACTOR, partial(orders.reserve_order, order_id=order))

    return reserve
