"""A receiver that says nothing keeps the pushes of its own organisation waiting, and nobody else's."""

import socket
import threading
from collections.abc import Iterator

import pytest

from partscounter.database import Database
from partscounter.domain.export import push
from partscounter.domain.export.push import Delivery
from partscounter.jobs import State
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import PUSH_ORDER
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_pusher
from tests.make.app import make_app
from tests.make.counter import Counter, draft_order, make_counter, place
from tests.make.jobs import all_jobs
from tests.make.push import PRIVATE_ALLOWED, aim
from tests.make.receiver import run_receiver
from tests.make.web import until


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """Listens on loopback; whoever connects hears nothing until the test has read what was sent and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        yield server


def hang_up(silent: socket.socket) -> None:
    """Take the next caller, and leave."""
    connection, _ = silent.accept()
    connection.close()


def deliveries(database: Database, counter: Counter) -> list[Delivery]:
    """Oldest first."""
    with database.read() as tx:
        return push.list_deliveries(tx, counter.dealer.id)[::-1]


def test_a_silent_receiver_delays_only_its_own_orders(
    database: Database, clock: FixedClock, silent: socket.socket
) -> None:
    mute, other = make_counter(database), make_counter(database, code="TD01", vendor_id="101")
    aim(database, mute, f"http://127.0.0.1:{silent.getsockname()[1]}/orders")
    before = [place(database, draft_order(mute, (None, 1))).id for _ in range(3)]
    stop = threading.Event()

    with run_receiver() as receiver:
        aim(database, other, receiver.url)
        numbers = [place(database, draft_order(other, (None, 1))).id for _ in range(3)]
        pusher = build_pusher(make_app(database, clock, PRIVATE_ALLOWED), render_push)
        working = threading.Thread(target=pusher.run, args=(stop,))
        working.start()
        until(lambda: len(deliveries(database, other)) == 3)
        assert deliveries(database, mute) == []
        stop.set()
        hang_up(silent)
        working.join(timeout=30)

    assert not working.is_alive()
    assert [(each.order_id, each.status) for each in deliveries(database, other)] == [(id_, 204) for id_ in numbers]
    (tried,) = deliveries(database, mute)
    assert (tried.order_id, tried.attempt, tried.status) == (before[0], 1, None)
    pushes = [(job.payload["order"], job.state, job.attempts) for job in all_jobs(database) if job.kind == PUSH_ORDER]
    assert pushes == [
        (before[0], State.READY, 1),
        (before[1], State.READY, 0),
        (before[2], State.READY, 0),
        *((id_, State.DONE, 1) for id_ in numbers),
    ]
