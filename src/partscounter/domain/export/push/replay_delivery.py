"""Posts an order again that was delivered, or given up."""

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.errors import DeliveryNotFound


def replay_delivery(tx: WriteTx, delivery_id: int) -> None:
    """Post the delivery's order at once, as it is now, with all tries before it.

    Refuses with DeliveryNotFound, or with jobs.JobNotOver while the order is still being tried.
    """
    job_id = sql.job_of_delivery(tx, delivery_id)
    if job_id is None:
        raise DeliveryNotFound(f"There is no delivery {delivery_id}.")
    jobs.replay(tx, job_id)
