"""Job `push_order`: post a submitted order to the dealer's own address.

The order is read in one transaction, posted outside any, and what came of it is kept in another, together with what
follows from it. A worker that dies after the receiver took the order and before that was kept posts it once more, with
the same `Idempotency-Key` and `webhook-id`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from http import HTTPStatus

from standardwebhooks import Webhook

from partscounter.app import App
from partscounter.domain import customers, orders
from partscounter.domain.customers import Customer
from partscounter.domain.export import push
from partscounter.domain.export.push import Outcome, PushTarget
from partscounter.domain.orders import Order
from partscounter.jobs import Handler, Job, Permanent
from partscounter.kit.actor import Actor
from partscounter.worker.poster import Poster

ACTOR = Actor(name="push_order", door="worker")

RenderPush = Callable[[Order, Customer | None], bytes]
"""The body that tells of an order. Given from outside: it is in the words of a wire contract."""

_SWITCHED_OFF = "Not sent: push is switched off."


class PushFailed(Exception):
    """The receiver has not taken the order; it is tried again."""


def order_pusher(app: App, render: RenderPush, poster: Poster | None = None) -> Handler:
    """The handler that posts what `render` makes, by `poster` (the settings' own for None)."""
    used = poster or Poster(allow_private=app.settings.jobs.push_to_private_addresses)

    def push_order(job: Job) -> None:
        order_id, target_id = job.payload["order"], job.payload["target"]
        if not isinstance(order_id, int) or not isinstance(target_id, int):
            raise TypeError(f"job {job.id} names no order or no target")
        with app.database.read() as tx:
            if push.was_delivered(tx, job):
                return
            target = push.get_target(tx, target_id)
            order = orders.get_order(tx, order_id)
            customer = customers.get_customer(tx, order.customer_id)
        outcome = Outcome(status=None, error=_SWITCHED_OFF, duration_ms=0)
        if target.enabled:
            body = render(order, customer)
            outcome = used.post(target.url, body, _headers(job, target, order, body, app.clock.now()))
        note = partial(push.note_delivery, job=job, target=target, order=order, outcome=outcome)
        app.database.write(ACTOR, note)
        _raise_unless_delivered(target, outcome)

    return push_order


def _headers(job: Job, target: PushTarget, order: Order, body: bytes, now: datetime) -> Mapping[str, str]:
    """The Idempotency-Key names what was submitted, the webhook-id this telling of it; both outlive every retry."""
    message = f"push-{job.event_id}-{target.id}"
    text = body.decode()
    signatures = [Webhook(secret).sign(message, now, text) for secret in target.secrets_at(now)]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Partscounter",
        "Idempotency-Key": f"{order.uuid}-{order.revision}",
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _raise_unless_delivered(target: PushTarget, outcome: Outcome) -> None:
    if outcome.status == HTTPStatus.GONE or not target.enabled:
        raise Permanent(outcome.error)
    if not outcome.delivered:
        raise PushFailed(outcome.error)
