"""Customers are mailed through a real SMTP server: once for each event, and later where the server is away."""

from dataclasses import replace
from datetime import timedelta

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain import notifications
from partscounter.domain.notifications import MailState
from partscounter.domain.orders import Contact
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings, Settings
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.mail_server import run_mail_server


def settings_for(url: str) -> Settings:
    return replace(Settings(), mail=MailSettings(smtp_url=url, from_address="counter@partscounter.example"))


def test_mails_the_confirmation_and_each_update_once(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))
    shipped = make_update(order, "PS", ("7654321", 2), tracking_id="1Z1")
    take(database, shipped)
    take(database, shipped)

    with run_mail_server() as server:
        worker = build_worker(make_app(database, clock, settings_for(server.url)))
        while worker.run_due():
            pass

    assert [(mail["To"], mail["Subject"]) for mail in server.received] == [
        ("buyer@customer.example", f"Thank you for your order: {order.number}"),
        ("buyer@customer.example", f"Your order is partially shipped: {order.number}"),
    ]
    text = server.received[1].get_body(("plain",))
    html = server.received[1].get_body(("html",))
    assert text is not None
    assert html is not None
    assert "    2 x 7654321  Oil Filter" in text.get_content()
    assert "https://www.ups.com/track?tracknum=1Z1" in text.get_content()
    assert '<a href="https://www.ups.com/track?tracknum=1Z1">' in html.get_content()


def test_says_why_a_mail_was_not_sent(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    draft = replace(draft_order(counter, (stock_item(database, counter), 1)), contact=Contact(), customer_id=None)
    order = place(database, draft)

    build_worker(make_app(database, clock)).run_due()

    with database.read() as tx:
        (mail,) = notifications.list_mails_of_order(tx, order.id)
    assert (mail.state, mail.reason) == (MailState.SKIPPED, "The order names no mail address.")


def test_waits_for_a_mail_server_that_is_away(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    place(database, draft_order(counter, (stock_item(database, counter), 1)))
    with run_mail_server() as server:
        port = server.port
    worker = build_worker(make_app(database, clock, settings_for(f"smtp://127.0.0.1:{port}")))

    worker.run_due()
    assert worker.run_due() == 0
    clock.advance(timedelta(minutes=1))
    with run_mail_server(port) as server:
        worker.run_due()

    assert len(server.received) == 1


def test_parks_a_mail_whose_recipient_is_refused(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    place(database, draft_order(counter, (stock_item(database, counter), 1)))

    with run_mail_server() as server:
        server.refuse_recipients = True
        build_worker(make_app(database, clock, settings_for(server.url))).run_due()

    with database.read() as tx:
        (parked,) = jobs.parked(tx)
    assert parked.kind == "send_mail"
    assert "550" in str(parked.last_error)
