"""Approvers, and buyers beside the steps of their orders, are mailed: once for each event, in their language."""

import re
from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.domain import notifications, orders, sales
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.notifications import WORDINGS, Mail, MailState, Notice
from partscounter.domain.orders import Contact, Order
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from partscounter.subscriptions import SEND_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask, authorise, credit, receive
from tests.make.sales import add_approver, decide


def work(database: Database, clock: FixedClock, order: Order) -> list[Mail]:
    """Every mail of the order once all jobs are done."""
    settings = replace(Settings(), server=ServerSettings(public_base_url="https://counter.example/"))
    worker = build_worker(make_app(database, clock, settings), render_push)
    while worker.run_due():
        pass
    with database.read() as tx:
        return notifications.list_mails_of_order(tx, order.id)


def test_the_approver_is_asked_and_the_buyer_told(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    approver = add_approver(database, counter, language="de")
    order = place(database, draft_order(counter, (stock_item(database, counter), 7)))
    work(database, clock, order)
    decide(database, order, Side.CUSTOMER, Approval.REJECTED)

    mails = work(database, clock, order)

    assert [(mail.about, mail.recipient, mail.state) for mail in mails] == [
        ("confirmation", "buyer@customer.example", MailState.SENT),
        (Notice.APPROVAL_WANTED.value, "boss@customer.example", MailState.SENT),
        (Notice.REJECTED.value, "buyer@customer.example", MailState.SENT),
    ]
    wanted, told = mails[1].message, mails[2].message
    assert wanted.subject == f"Ihre Zustimmung wird gebraucht: {order.number}"
    assert "Gesamtbetrag: 840.00 EUR" in wanted.text
    (link,) = re.findall(r"https://counter.example/approval/(\S+)", wanted.text)
    assert f'<a href="https://counter.example/approval/{link}">' in wanted.html
    with database.read() as tx:
        assert sales.get_asked_approval(tx, link).approver == approver
    assert f"Bo Boss has rejected your order {order.number} from Dealer TD00." in told.text
    assert "Note: as agreed" in told.text


def test_returns_are_told(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 7)))
    take(database, make_update(order, "FS", ("7654321", 7)))
    goods = authorise(database, ask(database, order, 3))
    receive(database, goods, scrap=2)
    credit(database, goods)

    authorised, credited = work(database, clock, order)[-2:]

    assert (authorised.about, credited.about) == ("return_authorised", "return_credited")
    assert f"with the number {goods.number}." in authorised.message.text
    assert "    3 x S7654321" in authorised.message.text
    assert "    2 x S7654321" in credited.message.text
    assert "Total: 240.00 EUR" in credited.message.text


def test_nobody_to_tell_is_said(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    draft = replace(draft_order(counter, (None, 7)), customer_id=None, contact=Contact())
    order = place(sqlite_database, draft)
    take(sqlite_database, make_update(order, "FS", ("7654321", 7)))
    authorise(sqlite_database, ask(sqlite_database, order, 3))

    mails = work(sqlite_database, clock, order)
    with sqlite_database.read() as tx:
        explained = notifications.explain_order(tx, order, mail_job=SEND_MAIL)

    assert (mails[-1].state, mails[-1].about) == (MailState.SKIPPED, "return_authorised")
    assert [each.event for each in explained][-2:] == ["return RMA-1 requested", "return RMA-1 authorised"]
    assert explained[-1].sentence == "Not mailed: Nobody is named with a mail address."


def test_shipping_is_told_once_and_its_consent_not(sqlite_database: Database, clock: FixedClock) -> None:
    counter = make_counter(sqlite_database)
    order = place(sqlite_database, draft_order(counter, (None, 7)))
    sqlite_database.write(TESTER, lambda tx: orders.note_approval(tx, order, Side.VENDOR, Approval.PENDING))
    take(sqlite_database, make_update(order, "FS", ("7654321", 7)))

    assert [mail.about for mail in work(sqlite_database, clock, order)] == ["confirmation", "FS"]


@pytest.mark.parametrize("language", list(WORDINGS))
def test_every_language_has_every_notice(language: str) -> None:
    wording = WORDINGS[language]

    assert list(wording.notices) == list(Notice)
    for headline, sentence in wording.notices.values():
        assert headline
        assert "{number}" in sentence
        assert sentence.format(dealer="D", number="N", buyer="B", by="Y", named="R")
