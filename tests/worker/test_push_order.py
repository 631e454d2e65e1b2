"""Submitted orders are posted to a real receiver: signed, once, again where it fails, and never after it said stop."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain.export import push
from partscounter.domain.orders import get_order
from partscounter.jobs import JobNotOver, RetryPolicy, State
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.subscriptions import (
    PUSH_ORDER,
    RESERVE_ARRIVED,
    RESERVE_ORDER,
    SEND_LEAD_CONFIRMATION,
    SEND_LEAD_MAIL,
    SEND_MAIL,
    SEND_WANT_MAIL,
)
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.mailer import Outbox
from partscounter.worker.poster import Poster
from partscounter.worker.run import MAILS, POLICIES, PUSHES, RESERVATIONS, build_worker
from tests.make.access import emitted
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.jobs import all_jobs, claim_jobs
from tests.make.push import PRIVATE_ALLOWED, SECRET, Pushing, aim
from tests.make.receiver import Received, Receiver, run_receiver

UUID = "631F4C43-361B-4385-A1EC-7D214B5B4EBE"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with run_receiver() as running:
        yield running


def signature(secret: str, received: Received) -> str:
    """Made from the text of the Standard Webhooks specification, not by the library that signs."""
    signed = b".".join(
        (received.headers["webhook-id"].encode(), received.headers["webhook-timestamp"].encode(), received.body)
    )
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def received_at(pushing: Pushing, order_id: int) -> object:
    with pushing.database.read() as tx:
        return get_order(tx, order_id).received_at


def test_posts_a_submitted_order_signed(database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(database, clock, receiver.url)
    order = pushing.place(UUID)

    pushing.run()

    (received,) = receiver.received
    body = json.loads(received.body)
    assert received.path == "/orders?from=counter"
    assert (body["status"], body["error"]) == ("success", None)
    assert [(each["order_number"], each["uuid"], each["id"]) for each in body["data"]] == [
        (order.number, UUID, order.id)
    ]
    assert received.headers["content-type"] == "application/json"
    assert received.headers["idempotency-key"] == f"{UUID}-0"
    assert received.headers["webhook-timestamp"] == str(int(clock.now().timestamp()))
    assert received.headers["webhook-signature"] == signature(SECRET, received)
    assert pushing.results() == [(1, 204, "")]
    assert received_at(pushing, order.id) is None


def test_a_resubmission_has_a_key_of_its_own(sqlite_database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(sqlite_database, clock, receiver.url)
    pushing.place(UUID)
    pushing.place(UUID)

    pushing.run()

    keys = [each.headers["idempotency-key"] for each in receiver.received]
    assert keys == [f"{UUID}-0", f"{UUID}-1"]
    assert len({each.headers["webhook-id"] for each in receiver.received}) == 2


def test_marks_a_delivered_order_received_if_the_dealer_wants_so(
    database: Database, clock: FixedClock, receiver: Receiver
) -> None:
    pushing = Pushing(database, clock, receiver.url, marks_received=True)
    receiver.status = 500
    order = pushing.place()
    pushing.run()
    assert received_at(pushing, order.id) is None

    receiver.status = 200
    clock.advance(timedelta(minutes=1))
    pushing.run()

    assert received_at(pushing, order.id) == clock.now()
    assert [subject for kind, subject, _ in emitted(database) if kind == "order.received"] == [f"order:{order.id}"]


def test_comes_again_with_the_same_key_until_the_receiver_is_back(
    database: Database, clock: FixedClock, receiver: Receiver
) -> None:
    pushing = Pushing(database, clock, receiver.url)
    pushing.place(UUID)
    receiver.status = 503
    pushing.run()
    assert pushing.run() == 0

    receiver.status = 202
    clock.advance(timedelta(minutes=1))
    pushing.run()

    first, second = receiver.received
    assert pushing.results() == [(1, 503, "The receiver answered 503."), (2, 202, "")]
    assert second.headers["webhook-id"] == first.headers["webhook-id"]
    assert second.headers["idempotency-key"] == first.headers["idempotency-key"] == f"{UUID}-0"
    assert second.headers["webhook-timestamp"] != first.headers["webhook-timestamp"]
    assert [job.state for job in all_jobs(database) if job.kind == PUSH_ORDER] == ["done"]


def test_a_receiver_that_is_down_is_a_failed_try(sqlite_database: Database, clock: FixedClock) -> None:
    with run_receiver() as receiver:
        url = receiver.url
    pushing = Pushing(sqlite_database, clock, url)
    pushing.place()

    pushing.run()

    ((attempt, status, error),) = pushing.results()
    assert (attempt, status) == (1, None)
    assert error.startswith("No answer: ")
    assert pushing.parked() == []


def test_follows_no_redirect(sqlite_database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(sqlite_database, clock, receiver.url)
    pushing.place()
    receiver.status, receiver.headers = 307, {"Location": receiver.url}

    pushing.run()

    assert len(receiver.received) == 1
    assert pushing.results() == [(1, 307, "The receiver answered 307; redirects are not followed.")]


def test_does_not_wait_for_a_slow_receiver(sqlite_database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(
        sqlite_database,
        clock,
        receiver.url,
        poster=Poster(allow_private=True, timeout_seconds=0.2),
        marks_received=True,
    )
    order = pushing.place()
    receiver.may_answer.clear()

    pushing.run()

    assert len(receiver.received) == 1
    assert pushing.results() == [(1, None, "No answer within 0.2 seconds.")]
    assert received_at(pushing, order.id) is None


def test_410_ends_the_push_and_parks_what_waits(database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(database, clock, receiver.url)
    pushing.place()
    pushing.place()
    receiver.status = 410

    pushing.run()
    pushing.place()
    pushing.run()

    off = pushing.now()
    assert len(receiver.received) == 1
    assert (off.enabled, off.off_reason) == (
        False,
        "The receiver answered 410, which says that it wants no more.",
    )
    assert pushing.results() == [
        (1, 410, "The receiver answered 410."),
        (1, None, "Not sent: push is switched off."),
    ]
    assert [job.attempts for job in pushing.parked()] == [1, 1]
    assert "push.target_switched_off" in [kind for kind, _, _ in emitted(database)]


def test_a_private_receiver_gets_nothing_unless_allowed(
    sqlite_database: Database, clock: FixedClock, receiver: Receiver
) -> None:
    pushing = Pushing(sqlite_database, clock, receiver.url, settings=Settings())
    pushing.place()

    pushing.run()

    assert receiver.received == []
    assert pushing.results() == [(1, None, "Not sent: the host has an address that is not public.")]


def test_another_dealers_orders_are_not_posted(database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(database, clock, receiver.url)
    other = make_counter(database, code="TD01", vendor_id="101")
    place(database, draft_order(other, (None, 1)))
    aim(database, other, receiver.url)
    pushing.place()

    pushing.run()

    (received,) = receiver.received
    assert json.loads(received.body)["data"][0]["customer"]["code"] == "6385"
    assert len(pushing.deliveries()) == 1


def test_both_secrets_sign_for_a_day(database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(database, clock, receiver.url)
    newer = push.new_secret()
    database.write(TESTER, lambda tx: push.rotate_secret(tx, pushing.counter.dealer.id, newer))
    pushing.place()
    pushing.run()
    clock.advance(push.GRACE)
    pushing.place()
    pushing.run()

    within, after = receiver.received
    assert within.headers["webhook-signature"].split() == [signature(newer, within), signature(SECRET, within)]
    assert after.headers["webhook-signature"] == signature(newer, after)


def test_replays_what_was_delivered_and_what_was_parked(
    database: Database, clock: FixedClock, receiver: Receiver
) -> None:
    pushing = Pushing(database, clock, receiver.url)
    pushing.place()
    pushing.run()
    (delivered,) = pushing.deliveries()
    database.write(TESTER, lambda tx: push.replay_delivery(tx, delivered.id))
    with pytest.raises(JobNotOver):
        database.write(TESTER, lambda tx: push.replay_delivery(tx, delivered.id))
    receiver.status = 410
    pushing.run()
    parked = pushing.deliveries()[-1]
    aim(database, pushing.counter, receiver.url)
    database.write(TESTER, lambda tx: push.replay_delivery(tx, parked.id))
    receiver.status = 204
    pushing.run()

    assert [status for _, status, _ in pushing.results()] == [204, 410, 204]
    assert len({each.headers["idempotency-key"] for each in receiver.received}) == 1
    assert pushing.parked() == []


def test_is_not_posted_twice_by_a_worker_that_died_before_it_said_so(
    database: Database, clock: FixedClock, receiver: Receiver
) -> None:
    pushing = Pushing(database, clock, receiver.url)
    pushing.place()
    (job,) = claim_jobs(database, kinds=[PUSH_ORDER])
    pushing.handler(job)
    clock.advance(timedelta(hours=1))

    pushing.run()

    assert len(receiver.received) == 1
    assert [job.state for job in all_jobs(database) if job.kind == PUSH_ORDER] == ["done"]


def test_tries_at_least_14_times_over_at_least_72_hours(clock: FixedClock, sqlite_database: Database) -> None:
    policy: RetryPolicy = POLICIES[PUSH_ORDER]
    sqlite_database.write(TESTER, lambda tx: jobs.enqueue(tx, PUSH_ORDER, "push_order:1", {}))
    (job,) = claim_jobs(sqlite_database, kinds=[PUSH_ORDER])
    now, tries = clock.now(), 1

    while (following := policy.next_run(replace(job, attempts=tries), now)) is not None:
        now, tries = following, tries + 1

    assert tries == 18
    assert timedelta(hours=81) < now - clock.now() < timedelta(hours=90)


def test_nothing_else_waits_behind_a_push(sqlite_database: Database, clock: FixedClock, receiver: Receiver) -> None:
    pushing = Pushing(sqlite_database, clock, receiver.url)
    pushing.place()
    app = make_app(sqlite_database, clock, PRIVATE_ALLOWED)

    while build_worker(app, render_push, mailer=Outbox(), kinds=MAILS).run_due():
        pass
    assert {job.kind: job.state for job in all_jobs(sqlite_database)} == {
        SEND_MAIL: State.DONE,
        PUSH_ORDER: State.READY,
    }

    while build_worker(app, render_push, kinds=PUSHES, batch=1).run_due():
        pass
    assert pushing.results() == [(1, 204, "")]


def test_every_kind_of_job_has_one_worker() -> None:
    assert {RESERVE_ORDER, RESERVE_ARRIVED} == RESERVATIONS
    assert {PUSH_ORDER} == PUSHES
    assert {SEND_MAIL, SEND_LEAD_MAIL, SEND_LEAD_CONFIRMATION, SEND_WANT_MAIL} == MAILS
    assert POLICIES.keys() == MAILS | PUSHES | RESERVATIONS
