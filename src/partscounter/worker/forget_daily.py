"""Forgetting, once a day, what was kept for a time only: idempotency keys with their answers."""

import threading

import structlog

from partscounter.app import App
from partscounter.domain import orders
from partscounter.kit.actor import Actor

_DAY_SECONDS = 24 * 60 * 60
_WAIT_AFTER_FAILURE = 60
_ACTOR = Actor(name="forget_daily", door="worker")


def forget_daily(app: App, stop: threading.Event) -> None:
    """Forget at once, then each day, until `stop` is set. Several processes may do it."""
    log = structlog.get_logger(__name__)
    while not stop.is_set():
        try:
            forget_old_keys(app, stop)
        except Exception:
            log.exception("Old idempotency keys could not be forgotten; trying again.")
            stop.wait(_WAIT_AFTER_FAILURE)
        else:
            stop.wait(_DAY_SECONDS)


def forget_old_keys(app: App, stop: threading.Event) -> None:
    """Forget those that are older than the settings say; it ends between two batches when `stop` is set."""
    for _ in orders.forget_keys(app.database, _ACTOR, app.settings.limits.remember_keys):
        if stop.is_set():
            return
