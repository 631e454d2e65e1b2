"""Deliveries in the portal: found, explained, sent and posted again, by those only who run the dealer."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from partscounter import jobs
from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import WriteTx
from partscounter.domain import dealers, notifications
from partscounter.domain.accounts import Role
from partscounter.domain.notifications import Mail, MailState
from partscounter.domain.notifications.tables import mails as mail_table
from partscounter.domain.orders import Contact, Order
from partscounter.jobs import Job, Permanent, Worker
from partscounter.kit.clock import FixedClock
from partscounter.portal.outbox import MAIL_POLICY
from partscounter.subscriptions import PUSH_ORDER, SEND_MAIL
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.mailer import Outbox
from partscounter.worker.run import build_worker
from tests.make.access import emitted, make_dealers
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place
from tests.make.push import Pushing

LIST = "/portal/deliveries"
CHOICE = f"{LIST}/choice"
PUSH = f"{LIST}/push"
JOBS = f"{LIST}/jobs"
DOWN = "http://127.0.0.1:9/"


@pytest.fixture
def counter(app: App) -> Counter:
    return make_counter(app.database)


@pytest.fixture
def orders(app: App, counter: Counter) -> list[Order]:
    """One whose customer has mail, and one that names nobody."""
    draft = draft_order(counter, (None, 2))
    placed = [
        place(app.database, draft),
        place(app.database, replace(draft, customer_id=None, contact=Contact())),
    ]
    send_all(app)
    return placed


@pytest.fixture
def operator(app: App) -> Browser:
    return somebody(app, Role.OPERATOR)


def somebody(app: App, role: Role, *dealer_ids: int) -> Browser:
    make_account(app.database, role, dealer_ids=dealer_ids)
    person = browser(build_asgi(app))
    person.sign_in()
    return person


def send_all(app: App) -> None:
    while build_worker(app, render_push, mailer=Outbox()).run_due():
        pass


def mails(app: App) -> list[Mail]:
    """Oldest first."""
    with app.database.read() as tx:
        return notifications.list_newest_mails(tx)[::-1]


def page_of(mail: Mail, part: str = "") -> str:
    return f"{LIST}/mails/{mail.id}{part}"


def test_mails_are_listed_with_the_reason_and_found(app: App, operator: Browser, orders: list[Order]) -> None:
    sent, skipped = mails(app)

    everything = operator.get(LIST).text

    assert everything.index(page_of(skipped)) < everything.index(page_of(sent))
    assert "The order names no mail address." in everything
    for query, found in {
        "recipient=BUYER@": sent,
        f"order={orders[1].number}": skipped,
        "state=skipped": skipped,
    }.items():
        page = operator.get(f"{LIST}?{query}").text
        assert [page_of(mail) in page for mail in (sent, skipped)] == [mail is found for mail in (sent, skipped)]
    assert "No mail is like that." in operator.get(f"{LIST}?recipient=nobody").text


def test_a_mail_is_shown_and_its_html_trusted_by_nothing(app: App, operator: Browser, orders: list[Order]) -> None:
    sent, _ = mails(app)

    page, html = operator.get(page_of(sent)), operator.get(page_of(sent, "/html"))

    assert f"/portal/orders/{orders[0].id}" in page.text
    assert sent.message_id.strip("<>") in page.text
    assert html.headers["content-security-policy"] == MAIL_POLICY
    assert html.text == sent.message.html


@pytest.mark.usefixtures("orders")
def test_a_sent_mail_is_sent_again_to_another_address_under_a_new_id(
    app: App, clock: FixedClock, operator: Browser
) -> None:
    sent, _ = mails(app)

    answer = operator.submit(page_of(sent, "/resend"), on=page_of(sent), recipient="other@customer.example")
    queued = mails(app)[0]
    send_all(app)

    again = mails(app)[0]
    assert answer.headers["location"] == page_of(sent, "?done=resent")
    assert (queued.state, again.state) == (MailState.QUEUED, MailState.SENT)
    assert again.recipient == "other@customer.example"
    assert again.message_id == sent.message_id.replace("@", f"-{int(clock.now().timestamp())}@")
    assert emitted(app.database)[-1][0] == "mail.resent"


@pytest.mark.usefixtures("orders")
def test_a_mail_to_nobody_is_sent_once_somebody_is_named(app: App, operator: Browser) -> None:
    _, skipped = mails(app)

    operator.submit(page_of(skipped, "/resend"), on=page_of(skipped), recipient="late@customer.example")
    send_all(app)

    assert (mails(app)[1].state, mails(app)[1].recipient) == (MailState.SENT, "late@customer.example")


@pytest.mark.usefixtures("orders")
@pytest.mark.parametrize("recipient", ["", "nobody", "a b@c.example", "@c.example"])
def test_nothing_is_sent_to_what_is_no_address(app: App, operator: Browser, recipient: str) -> None:
    before = mails(app)

    answer = operator.submit(page_of(before[0], "/resend"), on=page_of(before[0]), recipient=recipient)

    assert answer.status_code == 400
    assert "must be a mail address" in answer.text
    assert mails(app) == before


def test_a_mail_that_its_reader_does_not_want_stays(app: App, counter: Counter, operator: Browser) -> None:
    place(app.database, draft_order(counter, (None, 2)))
    send_all(app)
    (mail,) = mails(app)

    def refuse(tx: WriteTx) -> None:
        muted = sa.update(mail_table).values(state="skipped", reason="The customer has switched it off.")
        tx.connection.execute(muted)

    app.database.write(TESTER, refuse)

    answer = operator.submit(page_of(mail, "/resend"), on=LIST, recipient=mail.recipient)

    assert answer.status_code == 409
    assert "It was left out on purpose: The customer has switched it off." in answer.text
    assert mails(app)[0].state is MailState.SKIPPED


@pytest.mark.usefixtures("orders")
def test_a_manager_sees_the_mails_of_the_own_dealers_only(app: App, counter: Counter) -> None:
    make_dealers(app.database, 90)
    make_account(app.database, Role.MANAGER, "foreign@parts.example", dealer_ids=[90])
    own, foreign = somebody(app, Role.MANAGER, counter.dealer.id), browser(build_asgi(app))
    foreign.sign_in("foreign@parts.example")
    sent, _ = mails(app)

    assert page_of(sent) in own.get(LIST).text
    assert own.get(page_of(sent)).status_code == 200
    assert page_of(sent) not in foreign.get(LIST).text
    for part in ("", "/html"):
        assert foreign.get(page_of(sent, part)).status_code == 404
    answer = foreign.submit(page_of(sent, "/resend"), on=LIST, recipient="me@foreign.example")
    assert answer.status_code == 404
    assert mails(app)[0] == sent
    assert own.get(JOBS).status_code == 403


@pytest.mark.usefixtures("orders")
def test_who_sells_cannot_agree_in_the_name_of_the_customer(app: App, counter: Counter) -> None:
    manager, (mail, _) = somebody(app, Role.MANAGER, counter.dealer.id), mails(app)
    link = "https://counter.example/approval/17.1.abc"

    def ask_for_consent(tx: WriteTx) -> None:
        asking = {"about": "approval_wanted", "text": f"Agree: {link}", "html": f'<a href="{link}">Agree</a>'}
        tx.connection.execute(sa.update(mail_table).where(mail_table.c.id == mail.id).values(**asking))

    app.database.write(TESTER, ask_for_consent)
    before = mails(app)

    pages = [manager.get(page_of(mail, part)).text for part in ("", "/html")]
    refused = manager.submit(page_of(mail, "/resend"), on=page_of(mail), recipient="me@parts.example")

    assert [("17.1.abc" in page, "/approval/[hidden]" in page) for page in pages] == [(False, True)] * 2
    assert (refused.status_code, mails(app)) == (400, before)
    taken = manager.submit(page_of(mail, "/resend"), on=page_of(mail), recipient=mail.recipient)
    assert taken.headers["location"] == page_of(mail, "?done=resent")


@pytest.fixture
def pushing(app: App, clock: FixedClock) -> Pushing:
    """A dealer whose receiver is down; one order was tried once."""
    pushing = Pushing(app.database, clock, DOWN)
    pushing.place()
    pushing.run()
    return pushing


def test_tries_are_shown_with_their_answers(operator: Browser, pushing: Pushing) -> None:
    (delivery,) = pushing.deliveries()

    page = operator.get(PUSH).text

    assert (DOWN in page, delivery.order_number in page, "no answer" in page) == (True, True, True)
    assert "No try is like that." in operator.get(f"{PUSH}?order=unknown").text
    assert delivery.order_number in operator.get(f"{PUSH}?answers=failed&order={delivery.order_number}").text


def test_an_order_that_is_still_tried_is_not_posted_again(operator: Browser, pushing: Pushing) -> None:
    (delivery,) = pushing.deliveries()

    answer = operator.submit(f"{PUSH}/{delivery.id}/replay", on=PUSH)

    assert answer.status_code == 409
    assert "has not ended yet" in answer.text


def test_an_order_that_was_given_up_is_posted_again(app: App, operator: Browser, pushing: Pushing) -> None:
    (delivery,) = pushing.deliveries()
    finish_jobs(app, pushing.clock)

    answer = operator.submit(f"{PUSH}/{delivery.id}/replay", on=PUSH)

    assert answer.headers["location"] == f"{PUSH}?done=replayed"
    assert pushing.run() == 1


def finish_jobs(app: App, clock: FixedClock) -> None:
    """Have every waiting job given up."""

    def give_up(_: Job) -> None:
        raise Permanent("there is no hope")

    clock.advance(timedelta(hours=9))
    kinds = dict.fromkeys((PUSH_ORDER, SEND_MAIL), give_up)
    while Worker(app.database, kinds, {}).run_due():
        pass


def test_a_manager_of_another_dealer_posts_nothing(app: App, pushing: Pushing) -> None:
    make_dealers(app.database, 90)
    foreign = somebody(app, Role.MANAGER, 90)
    finish_jobs(app, pushing.clock)
    (delivery,) = pushing.deliveries()

    assert DOWN not in foreign.get(PUSH).text
    assert foreign.submit(f"{PUSH}/{delivery.id}/replay", on="/portal/people/new").status_code == 404
    assert pushing.run() == 0


def test_jobs_that_were_given_up_run_again(app: App, operator: Browser, pushing: Pushing) -> None:
    finish_jobs(app, pushing.clock)
    parked = pushing.parked()

    page = operator.get(JOBS).text
    answer = operator.submit(f"{JOBS}/replay", on=JOBS, job=[str(job.id) for job in parked] + ["99", "x"])

    assert "there is no hope" in page
    assert answer.headers["location"] == f"{JOBS}?done={len(parked)}"
    with app.database.read() as tx:
        assert jobs.count_parked(tx) == 0
    assert "Nothing was given up." in operator.get(JOBS).text


def test_a_manager_lets_the_customers_of_the_own_dealer_choose_their_mails(app: App, counter: Counter) -> None:
    other = make_counter(app.database, code="TD01", vendor_id="101")
    manager = somebody(app, Role.MANAGER, counter.dealer.id)
    before = manager.get(CHOICE).text

    saved = manager.submit(f"{CHOICE}/{counter.dealer.id}", on=CHOICE, customers="choose")
    foreign = manager.submit(f"{CHOICE}/{other.dealer.id}", on=CHOICE, customers="choose")

    assert (before.count("all mails are sent"), before.count("customers choose</span>")) == (1, 0)
    assert (saved.status_code, saved.headers["location"]) == (303, f"{CHOICE}?done=saved")
    assert foreign.status_code == 404
    assert "customers choose</span>" in manager.get(CHOICE).text
    assert [choose_mails(app, each) for each in (counter, other)] == [True, False]
    manager.submit(f"{CHOICE}/{counter.dealer.id}", on=CHOICE, customers="")
    assert not choose_mails(app, counter)


def test_the_choice_of_mails_is_not_for_clerks(app: App, counter: Counter) -> None:
    clerk = somebody(app, Role.CLERK, counter.dealer.id)

    assert clerk.get(CHOICE).status_code == 403


def choose_mails(app: App, counter: Counter) -> bool:
    with app.database.read() as tx:
        return dealers.get_dealer(tx, counter.dealer.id).customers_manage_notifications
