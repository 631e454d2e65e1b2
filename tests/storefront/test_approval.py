"""The page on which an approver decides."""

import httpx
import pytest

from partscounter.database import Database
from partscounter.domain import approvals
from partscounter.domain.approvals import Approval, Approver, Side
from partscounter.domain.notifications import WORDINGS
from partscounter.domain.orders import Order
from tests.make.counter import TESTER, Counter, draft_order, place, stock_item
from tests.make.sales import add_approver, approval_link, decide, decisions_of, order_now

OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def approver(sqlite_database: Database, counter: Counter) -> Approver:
    return add_approver(sqlite_database, counter)


@pytest.fixture
def order(sqlite_database: Database, counter: Counter, approver: Approver) -> Order:
    assert approver.customer_id == counter.customer.id
    return place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 7)))


@pytest.fixture
def address(sqlite_database: Database, order: Order, approver: Approver) -> str:
    return f"/approval/{approval_link(sqlite_database, order, approver)}"


def test_looking_shows_the_order_and_changes_nothing(
    visitor: httpx.Client, sqlite_database: Database, address: str, order: Order
) -> None:
    page = visitor.get(address)

    assert page.status_code == 200
    assert "Bea Buyer has ordered from Dealer TD00" in page.text
    assert "840.00 EUR" in page.text
    assert page.text.count("<button") == 2
    assert page.headers["cache-control"] == "no-store"
    assert visitor.head(address).status_code == 200
    assert order_now(sqlite_database, order) == order


@pytest.mark.parametrize(
    ("button", "status", "sentence"),
    [
        ("approve", Approval.APPROVED, "This order has been approved."),
        ("reject", Approval.REJECTED, "This order has been rejected."),
    ],
)
def test_a_button_decides_once(
    visitor: httpx.Client,
    sqlite_database: Database,
    address: str,
    order: Order,
    *,
    button: str,
    status: Approval,
    sentence: str,
) -> None:
    page = visitor.post(address, data={"decision": button, "note": "ok"}, headers=OURS)
    again = visitor.post(address, data={"decision": "reject"}, headers=OURS)

    for shown in (page, again, visitor.get(address)):
        assert (shown.status_code, shown.text.count("<button")) == (200, 0)
        assert sentence in shown.text
    assert decisions_of(sqlite_database, order) == [("customer", status.value)]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, "decision=approve", 403),
        ({"Sec-Fetch-Site": "cross-site"}, "decision=approve", 403),
        (OURS, "decision=perhaps", 400),
        (OURS, "", 400),
        (OURS, "decision=approve&decision=reject", 400),
        (OURS, f"decision=approve&note={'x' * 1001}", 400),
    ],
)
def test_refuses_foreign_and_wrong_forms(
    visitor: httpx.Client,
    sqlite_database: Database,
    address: str,
    order: Order,
    *,
    headers: dict[str, str],
    body: str,
    status: int,
) -> None:
    assert visitor.post(address, content=body, headers=headers).status_code == status
    assert order_now(sqlite_database, order) == order


def test_what_was_replaced_is_said_to_be_over(
    visitor: httpx.Client, sqlite_database: Database, counter: Counter, approver: Approver
) -> None:
    first = place(sqlite_database, draft_order(counter, (None, 7), uuid="ONE"))
    place(sqlite_database, draft_order(counter, (None, 7), uuid="ONE"))
    address = f"/approval/{approval_link(sqlite_database, first, approver)}"

    page = visitor.post(address, data={"decision": "approve"}, headers=OURS)

    assert "nothing is left to decide" in page.text
    assert order_now(sqlite_database, first).customer_status is Approval.PENDING


def test_a_link_ends_with_its_approver_and_cannot_be_made_up(
    visitor: httpx.Client,
    sqlite_database: Database,
    address: str,
    counter: Counter,
    *,
    approver: Approver,
    order: Order,
) -> None:
    assert visitor.get(address[:-1] + ("A" if address[-1] != "A" else "B")).status_code == 404
    sqlite_database.write(TESTER, lambda tx: approvals.remove_approver(tx, counter.customer.id, approver.email))

    assert visitor.get(address).status_code == 404
    assert visitor.post(address, data={"decision": "approve"}, headers=OURS).status_code == 404
    assert order_now(sqlite_database, order) == order


@pytest.mark.parametrize("language", list(WORDINGS))
def test_speaks_the_language_of_the_approver(
    visitor: httpx.Client, sqlite_database: Database, counter: Counter, language: str
) -> None:
    approver = add_approver(sqlite_database, counter, language=language)
    order = place(sqlite_database, draft_order(counter, (None, 7)))

    page = visitor.get(f"/approval/{approval_link(sqlite_database, order, approver)}").text

    assert f'<html lang="{language}">' in page
    assert f"<h1>{WORDINGS[language].approval.title}</h1>" in page
    decide(sqlite_database, order, Side.CUSTOMER, Approval.APPROVED)
