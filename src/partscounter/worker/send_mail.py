"""Job `send_mail`: tell the customer what an event was about.

The mail is written in one transaction, handed to the mail server outside any, and marked sent in another. A worker
that dies after the server took the mail and before the mark leaves it to be handed over once more, under the same
Message-ID.
"""

from collections.abc import Callable
from functools import partial

from partscounter.database import Database, WriteTx
from partscounter.domain import notifications
from partscounter.domain.notifications import Mail, MailState
from partscounter.jobs import Handler, Job
from partscounter.kit.actor import Actor
from partscounter.worker.mailer import Mailer, RecipientRefused

ACTOR = Actor(name="send_mail", door="worker")
_TO_SEND = {MailState.QUEUED, MailState.BOUNCED}
"""A mail that has bounced parks its job: if that runs all the same, somebody wants another try."""


def mail_sender(database: Database, mailer: Mailer, base_url: str = "") -> Handler:
    """The handler that sends by `mailer`; `base_url` begins the links to the customer's preferences."""

    def send(job: Job) -> None:
        if job.event_id is None:
            raise TypeError(f"job {job.id} names no event")
        send_prepared(database, mailer, partial(_verb_of(job), event_id=job.event_id, base_url=base_url))

    return send


def _verb_of(job: Job) -> Callable[..., Mail]:
    """What prepares the mail."""
    if job.payload.get("notice"):
        return notifications.prepare_notice
    return _promises(job) if "promises" in job.payload else _step(job)


def _step(job: Job) -> Callable[..., Mail]:
    """The mail of a step of an order."""
    order, update = job.payload["order"], job.payload["update"]
    if not isinstance(order, int) or not isinstance(update, int | None):
        raise TypeError(f"job {job.id} names no order")
    return partial(notifications.prepare_mail, order_id=order, update_id=update)


def _promises(job: Job) -> Callable[..., Mail]:
    """The mail of dates for parts on back order."""
    order, promises = job.payload["order"], job.payload["promises"]
    if not isinstance(order, int) or not isinstance(promises, list):
        raise TypeError(f"job {job.id} names no promises")
    return partial(notifications.prepare_promise_mail, order_id=order, promise_ids=promises)


def send_prepared(database: Database, mailer: Mailer, prepare: Callable[[WriteTx], Mail]) -> None:
    """Prepare a mail and hand it over, unless it was sent before or is to be skipped."""
    mail = database.write(ACTOR, prepare)
    if mail.state in _TO_SEND:
        _hand_over(database, mailer, mail)


def _hand_over(database: Database, mailer: Mailer, mail: Mail) -> None:
    try:
        mailer.send(mail)
    except RecipientRefused as refused:
        database.write(ACTOR, partial(notifications.mark_bounced, mail=mail, answer=str(refused)))
        raise
    database.write(ACTOR, partial(notifications.mark_sent, mail=mail))
