"""The outbox shows what customers get, and believes nothing that is written in it."""

from dataclasses import replace

import httpx
import pytest

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.database.log import events_of
from partscounter.domain import notifications
from partscounter.domain.notifications import Mail
from partscounter.domain.orders import Contact, Identity, Terms
from partscounter.portal.outbox import MAIL_POLICY
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def mails(app: App) -> list[Mail]:
    """Newest first: one that was not sent, for nobody is named; one whose order is out to run a script."""
    counter = make_counter(app.database)
    draft = draft_order(counter, (stock_item(app.database, counter), 3))
    place(app.database, replace(draft, identity=Identity(document_number=HOSTILE), terms=Terms(reference=HOSTILE)))
    place(app.database, replace(draft, customer_id=None, contact=Contact()))
    build_worker(app, render_push).run_due()
    with app.database.read() as tx:
        return notifications.list_newest_mails(tx)


def test_lists_the_newest_first_with_the_reason(visitor: httpx.Client, mails: list[Mail]) -> None:
    page = visitor.get("/outbox").text

    newest, hostile = (page.index(f'href="/outbox/{mail.id}"') for mail in mails)
    assert newest < hostile
    assert '<span class="state plain">skipped</span> to nobody' in page
    assert "The order names no mail address." in page
    assert '<span class="state good">sent</span> to buyer@customer.example' in page
    assert "Thank you for your order: &lt;script&gt;alert(1)&lt;/script&gt;</a>" in page
    assert HOSTILE not in page


def test_shows_one_mail_as_text(visitor: httpx.Client, mails: list[Mail]) -> None:
    page = visitor.get(f"/outbox/{mails[1].id}").text

    assert "<dd>buyer@customer.example</dd>" in page
    assert "    3 x S7654321  Oil Filter" in page
    assert f'href="/outbox/{mails[1].id}/html"' in page
    assert HOSTILE not in page


def test_shows_the_html_part_where_it_can_do_nothing(visitor: httpx.Client, mails: list[Mail]) -> None:
    page = visitor.get(f"/outbox/{mails[1].id}/html")

    assert page.text == mails[1].message.html
    assert page.headers["content-security-policy"] == MAIL_POLICY
    assert page.headers["x-content-type-options"] == "nosniff"
    assert HOSTILE not in page.text


def test_shows_what_a_bounce_said(visitor: httpx.Client, app: App) -> None:
    def bounce(tx: WriteTx) -> Mail:
        placed = events_of(tx, f"order:{order.id}")[0].id
        mail = notifications.prepare_mail(tx, event_id=placed, order_id=order.id, update_id=None)
        notifications.mark_bounced(tx, mail, f"550 {HOSTILE}")
        return mail

    order = place(app.database, draft_order(make_counter(app.database), (None, 3)))
    bounced = app.database.write(TESTER, bounce)

    listed, shown = visitor.get("/outbox").text, visitor.get(f"/outbox/{bounced.id}").text

    assert '<span class="state bad">bounced</span>' in listed
    assert "Refused by the mail server: 550 &lt;script&gt;" in listed
    assert "<dd>550 &lt;script&gt;alert(1)&lt;/script&gt;</dd>" in shown
    assert HOSTILE not in listed + shown


def test_says_so_when_there_is_no_mail(visitor: httpx.Client) -> None:
    assert "There is no mail yet." in visitor.get("/outbox").text


@pytest.mark.parametrize("name", ["2", "0", "9223372036854775808", "9" * 40, "-1", "x"])
@pytest.mark.parametrize("part", ["", "/html"])
def test_knows_no_other_mails(visitor: httpx.Client, name: str, part: str) -> None:
    assert visitor.get(f"/outbox/{name}{part}").status_code == 404
