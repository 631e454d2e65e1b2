"""Sends a mail once more, because somebody asks for it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.domain.notifications import store as sql
from partscounter.domain.notifications.look_again import is_wanted_still
from partscounter.domain.notifications.mail import Mail, MailState
from partscounter.jobs import Job
from partscounter.kit.refusal import Conflict, Invalid, NotFound, Violation


class MailNotFound(NotFound):
    """There is no such mail."""

    code = "mail_not_found"


class MailStays(Conflict):
    """The mail is not to be sent again; the message says why."""

    code = "mail_stays"


class WrongRecipient(Invalid):
    """Nobody can be written to under this address."""

    code = "wrong_recipient"


@dataclass(frozen=True, slots=True)
class MailResent:
    """Somebody had a mail sent again, perhaps to another address."""

    kind: ClassVar[str] = "mail.resent"
    mail_id: int
    recipient: str

    @property
    def subject(self) -> str:
        return f"mail:{self.mail_id}"

    def data(self) -> dict[str, object]:
        return {"recipient": self.recipient}


def resend_mail(tx: WriteTx, mail_id: int, *, recipient: str, mail_jobs: Collection[str]) -> None:
    """Have the mail sent to `recipient` as soon as a worker comes to it, with all tries before it.

    A mail that has left gets a Message-ID of its own, or receivers would hide it as a repeat. `mail_jobs` are the kinds
    of the jobs that send mails. Raises MailNotFound, WrongRecipient, MailStays for a mail that its reader does not
    want or that is about to be sent anyway, and jobs.JobNotOver while a worker has it in hand.
    """
    mail = sql.lock_mail(tx, mail_id)
    if mail is None:
        raise MailNotFound(f"There is no mail {mail_id}.")
    _refuse_unreachable(recipient)
    if mail.state is MailState.SKIPPED and mail.recipient:
        raise MailStays(f"It was left out on purpose: {mail.reason}")
    _refuse_unwanted(tx, mail)
    jobs.replay(tx, _job_of(tx, mail, mail_jobs).id)
    name, at, host = mail.message_id.partition("@")
    message_id = mail.message_id if mail.state is MailState.QUEUED else f"{name}-{int(tx.now.timestamp())}{at}{host}"
    sql.requeue_mail(tx, mail_id, recipient=recipient, message_id=message_id)
    tx.emit(MailResent(mail_id, recipient))


def _refuse_unreachable(recipient: str) -> None:
    name, at, host = recipient.rpartition("@")
    if not (name and at and host) or not recipient.isprintable() or " " in recipient:
        raise WrongRecipient("No mail address.", (Violation("recipient", "must be a mail address", recipient),))


def _refuse_unwanted(tx: WriteTx, mail: Mail) -> None:
    """The worker would leave it out as well, but whoever asks is told at once."""
    decision = None if mail.order_id is None else is_wanted_still(tx, mail)
    if decision is not None and not decision.send:
        raise MailStays(decision.reason)


def _job_of(tx: WriteTx, mail: Mail, kinds: Collection[str]) -> Job:
    for kind in kinds:
        for job in jobs.jobs_of_events(tx, kind, [mail.event_id]):
            return job
    raise MailStays("No job is left that could send it.")
