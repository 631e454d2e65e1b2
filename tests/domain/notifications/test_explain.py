"""Why a mail went or did not: one sentence for each event, whatever became of it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain import notifications, orders
from partscounter.domain.notifications import Group
from partscounter.domain.orders import Contact, Order, UnitsMoved
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings, Settings
from partscounter.subscriptions import SEND_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.mail_server import run_mail_server
from tests.make.preferences import preferences_link

LEASE = timedelta(minutes=1)
BUYER = "buyer@customer.example"
ALWAYS = "Confirmations and cancellations are always sent."


def explain(database: Database, order: Order) -> list[tuple[str, str, str]]:
    with database.read() as tx:
        found = notifications.explain_order(tx, orders.get_order(tx, order.id), mail_job=SEND_MAIL)
    return [(each.event, each.recipient, each.sentence) for each in found]


def an_order(database: Database, *, customers_choose: bool = False) -> Order:
    counter = make_counter(database, customers_choose=customers_choose)
    if customers_choose:
        wanted = set(Group) - {Group.ON_HOLD}
        link = preferences_link(database, counter)
        database.write(TESTER, lambda tx: notifications.save_preferences(tx, link, wanted))
    return place(database, draft_order(counter, (stock_item(database, counter), 3)))


def settings_for(url: str) -> Settings:
    return replace(Settings(), mail=MailSettings(smtp_url=url, from_address="counter@partscounter.example"))


def work(database: Database, clock: FixedClock, settings: Settings | None = None) -> None:
    worker = build_worker(make_app(database, clock, settings), render_push)
    while worker.run_due():
        pass


def test_tells_what_was_sent_switched_off_repeated_and_nobodys_business(database: Database, clock: FixedClock) -> None:
    order = an_order(database, customers_choose=True)
    for status in ("OH", "OH", "OR"):
        take(database, make_update(order, status, ("7654321", 3)))
    database.write(TESTER, lambda tx: tx.emit(UnitsMoved(order.id, "invoiced", {})))
    work(database, clock)

    sent = f"Mailed at {clock.now():%Y-%m-%d %H:%M:%S} UTC: "
    assert explain(database, order) == [
        ("order placed", BUYER, sent + ALWAYS),
        ("update OH", BUYER, "Not mailed: The customer has switched off on_hold mails."),
        ("update OH repeated", BUYER, "No mail: this update repeats one that was taken before."),
        ("update OR", BUYER, sent + "The customer has not switched off released mails."),
        ("order.units_moved", BUYER, "No mail: of this nobody is told."),
    ]


def test_tells_what_waits(database: Database, clock: FixedClock) -> None:
    order = an_order(database)
    before = explain(database, order)
    with run_mail_server() as server:
        url = server.url
    build_worker(make_app(database, clock, settings_for(url)), render_push).run_due()
    ((_, _, after),) = explain(database, order)

    assert before == [("order placed", BUYER, "Queued: job 1 is ready.")]
    assert after.startswith("Queued: try 1 of job 1 has failed, the next is due at ")
    assert "ConnectionRefusedError" in after


def test_tells_what_was_given_up_with_the_last_error(database: Database) -> None:
    order = an_order(database)
    (job,) = database.write(TESTER, partial(jobs.claim, kinds=[SEND_MAIL], worker="w", lease=LEASE, limit=1))
    database.write(TESTER, partial(jobs.park, job=job, error="OSError: no route"))

    assert explain(database, order) == [
        ("order placed", BUYER, "Not mailed: job 1 was given up after 1 tries: OSError: no route")
    ]


def test_tells_of_a_bounce_and_of_the_mail_that_came_through_after_all(database: Database, clock: FixedClock) -> None:
    order = an_order(database)
    with run_mail_server() as server:
        server.refuse_recipients = True
        work(database, clock, settings_for(server.url))
        bounced = explain(database, order)
        server.refuse_recipients = False
        database.write(TESTER, partial(jobs.replay, job_id=1))
        work(database, clock, settings_for(server.url))

    assert bounced == [
        ("order placed", BUYER, "Bounced: the mail server refuses the recipient: 550 no such mailbox"),
    ]
    assert len(server.received) == 1
    assert explain(database, order)[0][2].endswith(f"UTC: {ALWAYS}")


def test_a_bounced_mail_that_is_tried_again_waits(sqlite_database: Database, clock: FixedClock) -> None:
    order = an_order(sqlite_database)
    with run_mail_server() as server:
        server.refuse_recipients = True
        work(sqlite_database, clock, settings_for(server.url))
    sqlite_database.write(TESTER, partial(jobs.replay, job_id=1))
    ((_, _, replayed),) = explain(sqlite_database, order)
    sqlite_database.write(TESTER, partial(jobs.claim, kinds=[SEND_MAIL], worker="w", lease=LEASE, limit=1))

    assert replayed == "Queued: job 1 is ready."
    assert explain(sqlite_database, order) == [("order placed", BUYER, "Queued: job 1 is running.")]


def test_an_answer_of_many_lines_stays_in_the_sentence(sqlite_database: Database, clock: FixedClock) -> None:
    order = an_order(sqlite_database)
    with run_mail_server() as server:
        server.refuse_recipients = True
        server.refusal = "550-5.1.1 no such mailbox\r\n550 5.1.1 ask the postmaster"
        work(sqlite_database, clock, settings_for(server.url))

    ((_, _, sentence),) = explain(sqlite_database, order)
    assert sentence.endswith("refuses the recipient: 550 5.1.1 no such mailbox 5.1.1 ask the postmaster")


def test_tells_that_nobody_is_named(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    draft = draft_order(counter, (stock_item(sqlite_database, counter), 1))
    order = place(sqlite_database, replace(draft, contact=Contact(), customer_id=None))
    work(sqlite_database, clock)

    assert explain(sqlite_database, order) == [("order placed", "", "Not mailed: The order names no mail address.")]


def test_finds_an_order_by_each_of_its_names(database: Database) -> None:
    order = an_order(database)
    twin = make_counter(database, code="TD01", vendor_id="101")
    item = stock_item(database, twin, inventory_id="2")
    draft = draft_order(twin, (item, 1))
    place(database, replace(draft, identity=orders.Identity(number=order.number, document_number="DOC-1")))

    with database.read() as tx:
        assert orders.get_order_named(tx, order.number, order.dealer_id).id == order.id
        assert orders.get_order_named(tx, "DOC-1").dealer_id == twin.dealer.id
        assert orders.get_order_named(tx, str(order.id)).id == order.id
        with pytest.raises(orders.AmbiguousOrder):
            orders.get_order_named(tx, order.number)
        with pytest.raises(orders.UnknownOrder):
            orders.get_order_named(tx, "DOC-1", order.dealer_id)
        with pytest.raises(orders.UnknownOrder):
            orders.get_order_named(tx, "9" * 30)
