"""Jobs `send_lead_mail` and `send_lead_confirmation`: tell a dealer of a lead, and the customer that it came in."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.jobs import Handler, Job
from partscounter.worker.mailer import Mailer
from partscounter.worker.send_mail import send_prepared


def lead_mail_sender(database: Database, mailer: Mailer, operator_address: str) -> Handler:
    """The handler that sends by `mailer`; `operator_address` is told where no dealer can be."""

    def send(job: Job) -> None:
        lead = job.payload["lead"]
        if not isinstance(lead, int) or job.event_id is None:
            raise TypeError(f"job {job.id} names no lead")
        prepare = partial(
            notifications.prepare_lead_mail, event_id=job.event_id, lead_id=lead, operator_address=operator_address
        )
        send_prepared(database, mailer, prepare)

    return send


def lead_confirmation_sender(database: Database, mailer: Mailer, base_url: str = "") -> Handler:
    """The handler that tells the customer; `base_url` begins the link that ends the waiting."""

    def send(job: Job) -> None:
        lead = job.payload["lead"]
        if not isinstance(lead, int) or job.event_id is None:
            raise TypeError(f"job {job.id} names no lead")
        prepare = partial(
            notifications.prepare_lead_confirmation, event_id=job.event_id, lead_id=lead, base_url=base_url
        )
        send_prepared(database, mailer, prepare)

    return send
