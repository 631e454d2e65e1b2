"""Dealers whose orders are pushed, and a worker that pushes them."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain.export import push
from partscounter.domain.export.push import Delivery, PushTarget
from partscounter.domain.orders import Order
from partscounter.jobs import Handler, Job, Worker
from partscounter.kit.clock import FixedClock
from partscounter.settings import JobSettings, Settings
from partscounter.subscriptions import PUSH_ORDER
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.poster import Poster
from partscounter.worker.push_order import order_pusher
from partscounter.worker.run import POLICIES
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place

SECRET = "whsec_" + "c2VjcmV0IG9mIDMyIGJ5dGVzIGZvciB0aGUgdGVzdHM="
PRIVATE_ALLOWED = replace(Settings(), jobs=JobSettings(push_to_private_addresses=True))


def aim(database: Database, counter: Counter, url: str, *, marks_received: bool = False) -> PushTarget:
    """Have the counter's orders pushed to `url`."""
    setting = partial(
        push.set_target, dealer_id=counter.dealer.id, url=url, marks_received=marks_received, secret=SECRET
    )
    return database.write(TESTER, setting)


@dataclass
class Pushing:
    """One dealer whose orders are pushed."""

    database: Database
    clock: FixedClock
    url: str
    settings: Settings = PRIVATE_ALLOWED
    marks_received: bool = False
    poster: Poster | None = None
    counter: Counter = field(init=False)
    target: PushTarget = field(init=False)
    handler: Handler = field(init=False)
    worker: Worker = field(init=False)

    def __post_init__(self) -> None:
        self.counter = make_counter(self.database)
        self.target = aim(self.database, self.counter, self.url, marks_received=self.marks_received)
        app = make_app(self.database, self.clock, self.settings)
        self.handler = order_pusher(app, render_push, self.poster)
        self.worker = Worker(self.database, {PUSH_ORDER: self.handler}, POLICIES)

    def place(self, uuid: str = "") -> Order:
        return place(self.database, draft_order(self.counter, (None, 2), uuid=uuid))

    def run(self, stop: threading.Event | None = None) -> int:
        return self.worker.run_due(stop)

    def deliveries(self) -> list[Delivery]:
        """Oldest first."""
        with self.database.read() as tx:
            return push.list_deliveries(tx, self.counter.dealer.id)[::-1]

    def results(self) -> Sequence[tuple[int, int | None, str]]:
        """Attempt, status and error of every try."""
        return [(each.attempt, each.status, each.error) for each in self.deliveries()]

    def now(self) -> PushTarget:
        """The target as it is now."""
        with self.database.read() as tx:
            return push.get_target(tx, self.target.id)

    def parked(self) -> list[Job]:
        with self.database.read() as tx:
            return jobs.parked(tx)
