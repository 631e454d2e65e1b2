"""Customers are mailed through a real SMTP server: once for each event, and later where the server is away."""

import re
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage

import pytest

from partscounter import jobs
from partscounter.database import Database
from partscounter.domain import notifications, orders
from partscounter.domain.notifications import Group, MailState
from partscounter.domain.orders import Contact, Identity
from partscounter.kit.clock import FixedClock
from partscounter.settings import MailSettings, ServerSettings, Settings
from partscounter.subscriptions import SEND_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import POLICIES, build_worker
from tests.make.app import make_app
from tests.make.counter import draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.jobs import claim_jobs
from tests.make.mail_server import run_mail_server


def settings_for(url: str) -> Settings:
    return replace(Settings(), mail=MailSettings(smtp_url=url, from_address="counter@partscounter.example"))


def contents_of(mail: EmailMessage) -> tuple[str, str]:
    """The text and the HTML."""
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_mails_the_confirmation_and_each_update_once(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))
    shipped = make_update(order, "PS", ("7654321", 2), tracking_id="1Z1")
    take(database, shipped)
    take(database, shipped)

    with run_mail_server() as server:
        worker = build_worker(make_app(database, clock, settings_for(server.url)), render_push)
        while worker.run_due():
            pass

    assert [(mail["To"], mail["Subject"]) for mail in server.received] == [
        ("buyer@customer.example", f"Thank you for your order: {order.number}"),
        ("buyer@customer.example", f"Your order is partially shipped: {order.number}"),
    ]
    text, html = contents_of(server.received[1])
    assert "    2 x 7654321  Oil Filter" in text
    assert "https://www.ups.com/track?tracknum=1Z1" in text
    assert '<a href="https://www.ups.com/track?tracknum=1Z1">' in html


def test_writes_in_the_language_of_the_customer(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database, language="fr")
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))
    take(database, make_update(order, "PS", ("7654321", 2), tracking_id="1Z1"))

    with run_mail_server() as server:
        worker = build_worker(make_app(database, clock, settings_for(server.url)), render_push)
        while worker.run_due():
            pass

    assert [mail["Subject"] for mail in server.received] == [
        f"Merci de votre commande\N{NO-BREAK SPACE}: {order.number}",
        f"Votre commande a été expédiée en partie\N{NO-BREAK SPACE}: {order.number}",
    ]
    text, html = contents_of(server.received[1])
    assert f"Dealer TD00 vous écrit au sujet de votre commande {order.number}." in text
    assert "Transporteur\N{NO-BREAK SPACE}: UPS, Ground" in text
    assert '<html lang="fr">' in html
    assert f"<p>Dealer TD00 vous écrit au sujet de votre commande <strong>{order.number}</strong>.</p>" in html


def mails_with_links(
    database: Database, clock: FixedClock, base_url: str, *, customers_choose: bool
) -> list[EmailMessage]:
    """The confirmation and the mail of a shipment."""
    counter = make_counter(database, customers_choose=customers_choose)
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))
    take(database, make_update(order, "PS", ("7654321", 2)))
    with run_mail_server() as server:
        settings = replace(settings_for(server.url), server=ServerSettings(public_base_url=base_url))
        worker = build_worker(make_app(database, clock, settings), render_push)
        while worker.run_due():
            pass
    return server.received


def test_every_mail_leads_to_the_preferences_and_to_one_click(database: Database, clock: FixedClock) -> None:
    confirmation, shipped = mails_with_links(database, clock, "https://counter.example/", customers_choose=True)

    for mail in (confirmation, shipped):
        text, html = contents_of(mail)
        (link,) = re.findall(r"https://counter.example/preferences/(\S+)", text)
        assert f'<a href="https://counter.example/preferences/{link}">Choose which mails you get</a>' in html
        with database.read() as tx:
            assert notifications.get_preferences(tx, link).counts
    headers = dict(shipped.raw_items())
    address = str(headers["List-Unsubscribe"])
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (address[:37], address[-1:]) == ("<https://counter.example/unsubscribe/", ">")
    with database.read() as tx:
        assert notifications.get_unsubscription(tx, address[37:-1]).group is Group.PARTIALLY_SHIPPED
    assert "List-Unsubscribe" not in confirmation


def test_every_mail_leads_to_the_order_without_an_account(sqlite_database: Database, clock: FixedClock) -> None:
    mails = mails_with_links(sqlite_database, clock, "https://counter.example/", customers_choose=True)

    for mail in mails:
        text, html = contents_of(mail)
        (link,) = re.findall(r"https://counter.example/order/(\S+)", text)
        assert f'<a href="https://counter.example/order/{link}">See how far your order is</a>' in html
        with sqlite_database.read() as tx:
            (order,) = orders.list_linked_orders(tx, link)
        assert order.document_number in text


def test_offers_no_click_that_would_end_nothing(sqlite_database: Database, clock: FixedClock) -> None:
    _, shipped = mails_with_links(sqlite_database, clock, "https://counter.example", customers_choose=False)

    assert "/preferences/" in contents_of(shipped)[0]
    assert "List-Unsubscribe" not in shipped


def test_offers_one_click_over_https_alone(sqlite_database: Database, clock: FixedClock) -> None:
    _, shipped = mails_with_links(sqlite_database, clock, "http://127.0.0.1:8080", customers_choose=True)

    assert str(shipped["List-Unsubscribe"]).startswith("<http://127.0.0.1:8080/unsubscribe/")
    assert "List-Unsubscribe-Post" not in shipped


def test_names_no_address_that_nobody_has_set(sqlite_database: Database, clock: FixedClock) -> None:
    _, shipped = mails_with_links(sqlite_database, clock, "", customers_choose=True)

    assert "preferences" not in contents_of(shipped)[0]
    assert "/order/" not in contents_of(shipped)[0]
    assert "List-Unsubscribe" not in shipped


def test_says_why_a_mail_was_not_sent(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    draft = replace(draft_order(counter, (stock_item(database, counter), 1)), contact=Contact(), customer_id=None)
    order = place(database, draft)

    build_worker(make_app(database, clock), render_push).run_due()

    with database.read() as tx:
        (mail,) = notifications.list_mails_of_order(tx, order.id)
    assert (mail.state, mail.reason) == (MailState.SKIPPED, "The order names no mail address.")


def test_waits_for_a_mail_server_that_is_away(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    place(database, draft_order(counter, (stock_item(database, counter), 1)))
    with run_mail_server() as server:
        port = server.port
    worker = build_worker(make_app(database, clock, settings_for(f"smtp://127.0.0.1:{port}")), render_push)

    worker.run_due()
    assert worker.run_due() == 0
    clock.advance(timedelta(minutes=1))
    with run_mail_server(port) as server:
        worker.run_due()

    assert len(server.received) == 1


def test_takes_the_word_of_a_server_that_then_says_no_proper_goodbye(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 1)))

    with run_mail_server() as server:
        server.goodbye = "421 closing down"
        worker = build_worker(make_app(database, clock, settings_for(server.url)), render_push)
        for _ in range(3):
            worker.run_due()
            clock.advance(timedelta(hours=1))

    assert len(server.received) == 1
    with database.read() as tx:
        (mail,) = notifications.list_mails_of_order(tx, order.id)
    assert mail.state is MailState.SENT


def test_sends_nothing_but_ascii(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database, language="de")
    order = place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 3)))
    take(sqlite_database, make_update(order, "RP", ("7654321", 2)))

    with run_mail_server() as server:
        worker = build_worker(make_app(sqlite_database, clock, settings_for(server.url)), render_push)
        while worker.run_due():
            pass

    thanks, ready = server.received
    assert str(thanks["Subject"]).startswith("Vielen Dank für Ihre Bestellung")
    for mail in (thanks, ready):
        assert mail.as_bytes().isascii()
        assert {part["Content-Transfer-Encoding"] for part in mail.iter_parts()} <= {"7bit", "quoted-printable"}


@pytest.mark.parametrize("document", ["Größe 7", "Ünï cödé 12345 äöü", "C" * 30])
def test_a_subject_arrives_with_all_its_blanks(sqlite_database: Database, clock: FixedClock, document: str) -> None:
    counter = make_counter(sqlite_database, language="fr")
    draft = draft_order(counter, (stock_item(sqlite_database, counter), 3))
    order = place(sqlite_database, replace(draft, identity=Identity(document_number=document)))
    take(sqlite_database, make_update(order, "PS", ("7654321", 1)))

    with run_mail_server() as server:
        worker = build_worker(make_app(sqlite_database, clock, settings_for(server.url)), render_push)
        while worker.run_due():
            pass

    assert [mail["Subject"] for mail in server.received] == [
        f"Merci de votre commande\N{NO-BREAK SPACE}: {document}",
        f"Votre commande a été expédiée en partie\N{NO-BREAK SPACE}: {document}",
    ]


def test_a_mail_about_no_part_has_no_table_of_parts(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    order = place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 3)))
    delivered = make_update(order, "DL", ("7654321", 3))
    take(sqlite_database, delivered)
    take(sqlite_database, replace(delivered, takes_what_is_open=True, fingerprint="v2"))

    with run_mail_server() as server:
        worker = build_worker(make_app(sqlite_database, clock, settings_for(server.url)), render_push)
        while worker.run_due():
            pass

    assert ["<table" in contents_of(mail)[1] for mail in server.received] == [True, True, False]


def test_tries_a_mail_for_at_least_72_hours_however_old_it_is(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 1)))
    clock.advance(timedelta(days=7))
    (job,) = claim_jobs(sqlite_database, kinds=[SEND_MAIL])
    policy, now, tries = POLICIES[SEND_MAIL], clock.now(), 1

    while (following := policy.next_run(replace(job, attempts=tries), now)) is not None:
        now, tries = following, tries + 1

    assert tries == 26
    assert timedelta(hours=75) < now - clock.now() < timedelta(hours=83)


def test_parks_a_mail_whose_recipient_is_refused(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    place(database, draft_order(counter, (stock_item(database, counter), 1)))

    with run_mail_server() as server:
        server.refuse_recipients = True
        build_worker(make_app(database, clock, settings_for(server.url)), render_push).run_due()

    with database.read() as tx:
        (parked,) = jobs.parked(tx)
        (mail,) = notifications.list_newest_mails(tx)
    assert (mail.state, mail.bounce, mail.sent_at) == (MailState.BOUNCED, "550 no such mailbox", None)
    assert mail.reason == "Confirmations and cancellations are always sent."
    assert parked.kind == "send_mail"
    assert "550" in str(parked.last_error)
