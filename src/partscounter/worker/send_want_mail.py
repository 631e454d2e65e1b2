"""Job `send_want_mail`: tell a customer that what was waited for has come in."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.jobs import Handler, Job
from partscounter.worker.mailer import Mailer
from partscounter.worker.send_mail import send_prepared


def want_mail_sender(database: Database, mailer: Mailer, base_url: str = "") -> Handler:
    """The handler that sends by `mailer`; `base_url` begins the link that ends the waiting."""

    def send(job: Job) -> None:
        want = job.payload["want"]
        if not isinstance(want, int) or job.event_id is None:
            raise TypeError(f"job {job.id} names no want")
        prepare = partial(notifications.prepare_want_mail, event_id=job.event_id, want_id=want, base_url=base_url)
        send_prepared(database, mailer, prepare)

    return send
