"""A mail that waits for its mail server is looked at again before each try, and goes only if it is wanted still."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain import dealers, notifications, orders
from partscounter.domain.leads import wants
from partscounter.domain.notifications import Group, Mail, MailState, MailStays
from partscounter.domain.orders import Move, Order, Stage
from partscounter.jobs import Job, State
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings, Settings
from partscounter.subscriptions import MAIL_JOBS, SEND_MAIL, SEND_WANT_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.mailer import Outbox
from partscounter.worker.run import build_worker
from partscounter.worker.send_mail import mail_sender
from tests.make.app import make_app
from tests.make.backorders import feed, promise
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.mail_server import MailServer, run_mail_server
from tests.make.preferences import unsubscribe_link
from tests.make.wants import bring, compare, wait_for

NO_MORE = "The customer has switched off partially_shipped mails."


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database, customers_choose=True)


def shipped(database: Database, counter: Counter) -> Order:
    """An order of which a part has left."""
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))
    take(database, make_update(order, "PS", ("7654321", 2)))
    return order


def mute(database: Database, counter: Counter, group: Group = Group.PARTIALLY_SHIPPED) -> None:
    link = unsubscribe_link(database, counter, group)
    database.write(TESTER, lambda tx: notifications.unsubscribe(tx, link))


def work(database: Database, clock: FixedClock, port: int) -> None:
    """Every job that is due, with the mail server at that port."""
    mail = MailSettings(smtp_url=f"smtp://127.0.0.1:{port}", from_address="counter@partscounter.example")
    worker = build_worker(make_app(database, clock, replace(Settings(), mail=mail)), render_push)
    while worker.run_due():
        pass


@contextmanager
def after_an_hour_without(database: Database, clock: FixedClock) -> Iterator[MailServer]:
    """Jobs are tried in vain; the block says what happens meanwhile, and then the server is back and all is done."""
    with run_mail_server() as server:
        port = server.port
    work(database, clock, port)
    back = MailServer()
    yield back
    clock.advance(timedelta(hours=1))
    with run_mail_server(port) as server:
        work(database, clock, port)
        clock.advance(timedelta(hours=1))
        work(database, clock, port)
    back.received = server.received


def mails_of(database: Database, order: Order) -> list[Mail]:
    with database.read() as tx:
        return notifications.list_mails_of_order(tx, order.id)


def last_sentence(database: Database, order: Order) -> str:
    with database.read() as tx:
        return notifications.explain_order(tx, orders.get_order(tx, order.id), mail_job=SEND_MAIL)[-1].sentence


def test_who_unsubscribes_meanwhile_is_not_mailed(database: Database, clock: FixedClock, counter: Counter) -> None:
    order = shipped(database, counter)

    with after_an_hour_without(database, clock) as server:
        mute(database, counter)

    assert [str(mail["Subject"]) for mail in server.received] == [f"Thank you for your order: {order.number}"]
    confirmation, shipment = mails_of(database, order)
    assert (confirmation.state, confirmation.reason) == (
        MailState.SENT,
        "Confirmations and cancellations are always sent.",
    )
    assert (shipment.state, shipment.reason, shipment.sent_at) == (MailState.SKIPPED, NO_MORE, None)
    assert last_sentence(database, order) == f"Not mailed: {NO_MORE}"
    with database.read() as tx:
        (job,) = jobs.jobs_of_events(tx, SEND_MAIL, [shipment.event_id])
    assert job.state is State.DONE


def test_the_switch_of_the_dealer_counts_as_it_stands(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = shipped(database, counter)
    mute(database, counter)

    with after_an_hour_without(database, clock) as server:
        database.write(TESTER, lambda tx: dealers.set_mail_choice(tx, counter.dealer.id, customers_choose=True))

    assert len(server.received) == 1
    assert last_sentence(database, order) == f"Not mailed: {NO_MORE}"


def test_another_group_or_none_lets_it_go(database: Database, clock: FixedClock, counter: Counter) -> None:
    order = shipped(database, counter)

    with after_an_hour_without(database, clock) as server:
        mute(database, counter, Group.DELIVERED)

    assert len(server.received) == 2
    assert [mail.state for mail in mails_of(database, order)] == [MailState.SENT, MailState.SENT]


def test_a_delay_is_not_told_once_the_parts_are_there(database: Database, clock: FixedClock, counter: Counter) -> None:
    order = place(database, draft_order(counter, (feed(database, counter, 0), 1)))
    promise(database, order, (clock.now() + timedelta(days=1)).date())
    arrived = {1: [Move(Stage.BACKORDER, Stage.PACKED, 1)]}

    with after_an_hour_without(database, clock) as server:
        database.write(TESTER, lambda tx: orders.move_units(tx, orders.lock_order(tx, order.id), arrived))

    assert len(server.received) == 1
    assert last_sentence(database, order) == "Not mailed: Nothing of it is on back order any more."


def test_who_ends_the_waiting_is_not_told(database: Database, clock: FixedClock, counter: Counter) -> None:
    app = make_app(database, clock)
    compare(app)
    want = wait_for(database)
    bring(database, counter, "1")
    compare(app)

    with after_an_hour_without(database, clock) as server:
        database.write(TESTER, lambda tx: wants.end_want(tx, wants.sign_end_link(tx, want)))

    assert server.received == []
    with database.read() as tx:
        (mail,) = notifications.list_newest_mails(tx)
        assert [job.state for job in jobs.jobs_of_events(tx, SEND_WANT_MAIL, [mail.event_id])] == [State.DONE]
    assert (mail.state, mail.reason) == (MailState.SKIPPED, "Nobody waits for this any longer.")


class Overtaken:
    """A mailer that takes so long over a mail that its lease ends, the customer unsubscribes, and another is at it."""

    def __init__(self, database: Database, counter: Counter, job: Job) -> None:
        self._database, self._counter, self._job = database, counter, job
        self.meanwhile: list[MailState] = []

    def send(self, mail: Mail) -> None:
        mute(self._database, self._counter)
        mail_sender(self._database, Outbox())(self._job)
        with self._database.read() as tx:
            found = notifications.find_mail(tx, mail.id)
        assert found is not None
        self.meanwhile.append(found.state)


def test_what_was_handed_over_by_a_slow_worker_counts_as_sent(
    database: Database, clock: FixedClock, counter: Counter
) -> None:
    order = shipped(database, counter)
    with after_an_hour_without(database, clock) as server:
        waiting = mails_of(database, order)[1]
        with database.read() as tx:
            (job,) = jobs.jobs_of_events(tx, SEND_MAIL, [waiting.event_id])
        slow = Overtaken(database, counter, job)
        mail_sender(database, slow)(job)

    assert slow.meanwhile == [MailState.SKIPPED]
    assert mails_of(database, order)[1].state is MailState.SENT
    assert len(server.received) == 1


def test_what_is_not_wanted_any_longer_is_not_sent_again(
    database: Database, clock: FixedClock, counter: Counter
) -> None:
    order = shipped(database, counter)
    worker = build_worker(make_app(database, clock), render_push, mailer=Outbox())
    while worker.run_due():
        pass
    mute(database, counter)
    before = mails_of(database, order)

    with pytest.raises(MailStays, match=NO_MORE):
        database.write(
            TESTER,
            lambda tx: notifications.resend_mail(tx, before[1].id, recipient="b@customer.example", mail_jobs=MAIL_JOBS),
        )

    assert mails_of(database, order) == before
