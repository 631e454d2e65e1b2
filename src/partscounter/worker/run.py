"""The worker of a process: every job kind with its handler and its patience."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from partscounter.app import App
from partscounter.jobs import Handler, LaneWorker, RetryPolicy, Worker
from partscounter.subscriptions import (
    IMPORT_FILE,
    PUSH_ORDER,
    RESERVE_ARRIVED,
    RESERVE_ORDER,
    SEND_LEAD_CONFIRMATION,
    SEND_LEAD_MAIL,
    SEND_MAIL,
    SEND_WANT_MAIL,
    UNDO_IMPORT,
)
from partscounter.worker.import_file import TRIES, file_importer
from partscounter.worker.mailer import Mailer, mailer_of
from partscounter.worker.push_order import RenderPush, order_pusher
from partscounter.worker.reserve_arrived import arrival_reserver
from partscounter.worker.reserve_order import order_reserver
from partscounter.worker.send_lead_mail import lead_confirmation_sender, lead_mail_sender
from partscounter.worker.send_mail import mail_sender
from partscounter.worker.send_want_mail import want_mail_sender
from partscounter.worker.undo_import import import_undoer

_FOR_A_YEAR = timedelta(days=365)
"""Longer than all tries take: only they count, also where the worker itself was away for days."""
_MAIL = RetryPolicy(attempts=26, within=_FOR_A_YEAR, longest_wait=timedelta(hours=4))

POLICIES: Mapping[str, RetryPolicy] = {
    SEND_MAIL: _MAIL,
    SEND_LEAD_MAIL: _MAIL,
    SEND_LEAD_CONFIRMATION: _MAIL,
    SEND_WANT_MAIL: _MAIL,
    RESERVE_ORDER: RetryPolicy(longest_wait=timedelta(minutes=5)),
    RESERVE_ARRIVED: RetryPolicy(longest_wait=timedelta(minutes=5)),
    PUSH_ORDER: RetryPolicy(attempts=18, within=_FOR_A_YEAR, longest_wait=timedelta(hours=8)),
}
"""A mail is tried for 72 hours or more (order tracking, "E-mail"): 26 times over 75; a push 18 times over 81."""

PUSHES = frozenset({PUSH_ORDER})
"""A receiver that never answers takes 15 s each time."""
_RECEIVERS_AT_ONCE = 8
"""So many may be silent before others have to take turns with them."""
RESERVATIONS = frozenset({RESERVE_ORDER, RESERVE_ARRIVED})
"""They take no time, and somebody waits for them."""
MAILS = POLICIES.keys() - PUSHES - RESERVATIONS
"""A mail server that never answers takes 30 s each time."""


def handlers_of(app: App, mailer: Mailer, render_push: RenderPush) -> dict[str, Handler]:
    """Job kind → what does it."""
    base_url = app.settings.server.public_base_url.rstrip("/")
    return {
        SEND_MAIL: mail_sender(app.database, mailer, base_url),
        RESERVE_ORDER: order_reserver(app.database),
        RESERVE_ARRIVED: arrival_reserver(app.database),
        PUSH_ORDER: order_pusher(app, render_push),
        SEND_LEAD_MAIL: lead_mail_sender(app.database, mailer, app.settings.mail.leads_address),
        SEND_LEAD_CONFIRMATION: lead_confirmation_sender(app.database, mailer, base_url),
        SEND_WANT_MAIL: want_mail_sender(app.database, mailer, base_url),
    }


def build_worker(
    app: App,
    render_push: RenderPush,
    *,
    name: str = "worker",
    mailer: Mailer | None = None,
    kinds: Collection[str] = POLICIES.keys(),
    batch: int = 5,
) -> Worker:
    """A worker for these kinds of job, which takes so many at a time; for imports there is one of their own.

    `render_push` makes the body of a push: a worker knows no wire contract.
    """
    handlers = handlers_of(app, mailer or mailer_of(app.settings.mail), render_push)
    return Worker(
        app.database,
        {kind: handlers[kind] for kind in kinds},
        POLICIES,
        name=name,
        poll_seconds=app.settings.jobs.poll_interval_seconds,
        lease=timedelta(seconds=app.settings.jobs.lease_seconds),
        batch=batch,
    )


def build_pusher(app: App, render_push: RenderPush, *, name: str = "pusher") -> LaneWorker:
    """A worker for pushes. A receiver gets one at a time, in their order, and delays those of no other."""
    return LaneWorker(
        app.database,
        build_worker(app, render_push, name=name, kinds=PUSHES, batch=1),
        PUSHES,
        field="target",
        at_once=_RECEIVERS_AT_ONCE,
        poll_seconds=app.settings.jobs.poll_interval_seconds,
    )


def build_import_worker(app: App, *, name: str = "importer") -> Worker:
    """A worker for imports, which may take minutes each: nothing else shall wait behind them."""
    return Worker(
        app.database,
        {IMPORT_FILE: file_importer(app), UNDO_IMPORT: import_undoer(app)},
        {
            IMPORT_FILE: RetryPolicy(attempts=TRIES, longest_wait=timedelta(minutes=1)),
            UNDO_IMPORT: RetryPolicy(longest_wait=timedelta(minutes=5)),
        },
        name=name,
        poll_seconds=app.settings.jobs.poll_interval_seconds,
        lease=timedelta(seconds=app.settings.jobs.lease_seconds),
        batch=1,
    )
