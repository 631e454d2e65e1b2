"""The worker of a process: every job kind with its handler and its patience."""

from collections.abc import Mapping
from datetime import timedelta

from partscounter.app import App
from partscounter.jobs import Handler, RetryPolicy, Worker
from partscounter.subscriptions import RESERVE_ORDER, SEND_LEAD_MAIL, SEND_MAIL
from partscounter.worker.mailer import Mailer, mailer_of
from partscounter.worker.reserve_order import order_reserver
from partscounter.worker.send_lead_mail import lead_mail_sender
from partscounter.worker.send_mail import mail_sender

_MAIL = RetryPolicy(attempts=40, within=timedelta(hours=96), longest_wait=timedelta(hours=4))

POLICIES: Mapping[str, RetryPolicy] = {
    SEND_MAIL: _MAIL,
    SEND_LEAD_MAIL: _MAIL,
    RESERVE_ORDER: RetryPolicy(longest_wait=timedelta(minutes=5)),
}
"""A mail is tried for at least 72 hours (order tracking, "E-mail")."""


def handlers_of(app: App, mailer: Mailer) -> dict[str, Handler]:
    """Job kind → what does it."""
    base_url = app.settings.server.public_base_url.rstrip("/")
    return {
        SEND_MAIL: mail_sender(app.database, mailer, base_url),
        SEND_LEAD_MAIL: lead_mail_sender(app.database, mailer, app.settings.mail.leads_address),
        RESERVE_ORDER: order_reserver(app.database),
    }


def build_worker(app: App, *, name: str = "worker", mailer: Mailer | None = None) -> Worker:
    """A worker for every kind of job."""
    return Worker(
        app.database,
        handlers_of(app, mailer or mailer_of(app.settings.mail)),
        POLICIES,
        name=name,
        poll_seconds=app.settings.jobs.poll_interval_seconds,
        lease=timedelta(seconds=app.settings.jobs.lease_seconds),
    )
