"""Why a mail went or did not: one sentence for every event of an order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from partscounter import jobs
from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain import customers
from partscounter.domain.approvals import ApprovalDecided, ApprovalWanted
from partscounter.domain.fulfilment import UpdateRepeated, UpdateTaken
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.decide import recipient_of
from partscounter.domain.notifications.mail import Mail, MailState
from partscounter.domain.orders import LinesPromised, Order, OrderPlaced, Telling
from partscounter.domain.returns import ReturnChanged
from partscounter.jobs import Job, State


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one event meant for the customer."""

    at: datetime
    event: str
    """What happened, in words."""
    recipient: str
    """Whom a mail goes to, or would; empty where nobody is named."""
    sentence: str


def explain_order(tx: ReadTx, order: Order, *, mail_job: str) -> list[Explanation]:
    """Every event of `order`, oldest first; `mail_job` is the kind of the jobs that send mails."""
    events = events_of(tx, f"order:{order.id}")
    mails = {mail.event_id: mail for mail in sql.mails_of_order(tx, order.id)}
    found = {job.event_id: job for job in jobs.jobs_of_events(tx, mail_job, [event.id for event in events])}
    recipient = recipient_of(order, customers.get_customer(tx, order.customer_id))
    return [
        Explanation(
            at=event.occurred_at,
            event=_words_of(event),
            recipient=mails[event.id].recipient if event.id in mails else recipient,
            sentence=_sentence(event, mails.get(event.id), found.get(event.id)),
        )
        for event in events
    ]


_WORDS: Mapping[str, str] = {
    OrderPlaced.kind: "order placed",
    UpdateTaken.kind: "update {status}",
    UpdateRepeated.kind: "update {status} repeated",
    ApprovalWanted.kind: "approval wanted",
    ApprovalDecided.kind: "{decision} by the {side}",
    ReturnChanged.kind: "return RMA-{return} {state}",
}
"""Kind of event → what it is called, with the names of its data."""


def _words_of(event: StoredEvent) -> str:
    if event.kind == LinesPromised.kind:
        return f"promised {_dates(event)}"
    return _WORDS[event.kind].format_map(event.data) if event.kind in _WORDS else event.kind


def _dates(event: StoredEvent) -> str:
    """Such as `line 1 by 2026-12-01 instead of 2026-11-24`."""
    dates = event.data["dates"]
    rows = dates if isinstance(dates, list) else []
    return ", ".join(
        f"line {line} by {day}" + (f" instead of {before}" if before else "") for line, before, day in rows
    )


_UNMAILED_PROMISES: Mapping[str, str] = {
    Telling.CONFIRMATION.value: "No mail of its own: the order confirmation names the date.",
    Telling.NOTHING.value: "No mail: the date is no later than the one that the customer was told.",
}


def _sentence(event: StoredEvent, mail: Mail | None, job: Job | None) -> str:
    if event.kind == UpdateRepeated.kind:
        return "No mail: this update repeats one that was taken before."
    if event.kind == LinesPromised.kind and event.data["telling"] in _UNMAILED_PROMISES:
        return _UNMAILED_PROMISES[str(event.data["telling"])]
    if mail is not None and not _is_to_be_sent(mail, job):
        return _outcome(mail)
    return "No mail: of this nobody is told." if mail is None and job is None else _waiting(job)


def _is_to_be_sent(mail: Mail, job: Job | None) -> bool:
    """Whether it waits, as one also does that has bounced and that somebody has had tried again."""
    is_tried_again = job is not None and job.state in {State.READY, State.RUNNING}
    return mail.state is MailState.QUEUED or (mail.state is MailState.BOUNCED and is_tried_again)


def _outcome(mail: Mail) -> str:
    if mail.state is MailState.SENT:
        return f"Mailed at {mail.sent_at:%Y-%m-%d %H:%M:%S} UTC: {mail.reason}"
    if mail.state is MailState.BOUNCED:
        return f"Bounced: the mail server refuses the recipient: {mail.bounce}"
    return f"Not mailed: {mail.reason}"


def _waiting(job: Job | None) -> str:
    """A mail that is still to be sent, or would be."""
    if job is None:
        return "Queued, but no job is left to send it."
    error = " ".join((job.last_error or "").split())
    if job.state is State.PARKED:
        return f"Not mailed: job {job.id} was given up after {job.attempts} tries: {error}"
    if not error or job.state is State.RUNNING or not job.attempts:
        return f"Queued: job {job.id} is {job.state.value}."
    again = f"{job.run_at:%Y-%m-%d %H:%M:%S} UTC"
    return f"Queued: try {job.attempts} of job {job.id} has failed, the next is due at {again}: {error}"
