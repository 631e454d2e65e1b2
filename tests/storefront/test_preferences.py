"""The pages on which a customer chooses mails."""

import re

import httpx
import pytest

from partscounter.database import Database
from partscounter.domain.notifications import WORDINGS, Group
from partscounter.web.pages import SECURITY_HEADERS
from tests.make.counter import Counter, make_counter
from tests.make.preferences import changes_of, muted_of, preferences_link, unsubscribe_link

OURS = {"Sec-Fetch-Site": "same-origin"}


def ticked(page: httpx.Response) -> list[str]:
    return re.findall(r'name="group" value="([a-z_]+)" checked', page.text)


def test_shows_eight_groups_and_what_is_always_sent(
    visitor: httpx.Client, sqlite_database: Database, counter: Counter
) -> None:
    page = visitor.get(f"/preferences/{preferences_link(sqlite_database, counter)}")

    assert page.status_code == 200
    assert ticked(page) == [group.value for group in Group]
    assert "Order confirmations and cancellations are always sent." in page.text
    assert "sends every notification at present" not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["content-security-policy"] == SECURITY_HEADERS["Content-Security-Policy"]
    for link in re.findall(r'(?:href|src)="(/[^"]+)"', page.text):
        assert visitor.get(link).status_code == 200


def test_saves_what_is_ticked(visitor: httpx.Client, sqlite_database: Database, counter: Counter) -> None:
    address = f"/preferences/{preferences_link(sqlite_database, counter)}"

    page = visitor.post(address, data={"group": ["delivered", "problem"]}, headers=OURS)

    assert (page.status_code, ticked(page)) == (200, ["delivered", "problem"])
    assert "Your choice has been saved." in page.text
    assert muted_of(sqlite_database, counter) == {group.value for group in Group} - {"delivered", "problem"}
    assert [kind for kind, _, _ in changes_of(sqlite_database, counter)] == ["customer.preferences_changed"]
    assert ticked(visitor.get(address)) == ["delivered", "problem"]


def test_an_empty_form_switches_everything_off(
    visitor: httpx.Client, sqlite_database: Database, counter: Counter
) -> None:
    page = visitor.post(f"/preferences/{preferences_link(sqlite_database, counter)}", headers=OURS)

    assert (page.status_code, ticked(page)) == (200, [])
    assert len(muted_of(sqlite_database, counter)) == len(Group)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, "group=problem", 403),
        ({"Sec-Fetch-Site": "cross-site"}, "group=problem", 403),
        ({"Origin": "http://elsewhere.example"}, "group=problem", 403),
        (OURS, "group=everything", 400),
        (OURS, "group=%FF", 400),
    ],
)
def test_refuses_foreign_and_wrong_forms(
    visitor: httpx.Client, sqlite_database: Database, headers: dict[str, str], body: str, status: int
) -> None:
    counter = make_counter(sqlite_database)
    address = f"/preferences/{preferences_link(sqlite_database, counter)}"

    assert visitor.post(address, content=body, headers=headers).status_code == status
    assert muted_of(sqlite_database, counter) == frozenset()
    assert changes_of(sqlite_database, counter) == []


def test_says_so_where_the_dealer_sends_everything(visitor: httpx.Client, sqlite_database: Database) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101", customers_choose=False)

    page = visitor.get(f"/preferences/{preferences_link(sqlite_database, other)}").text

    assert "Dealer TD01 sends every notification at present." in page


@pytest.mark.parametrize("language", list(WORDINGS))
def test_speaks_the_language_of_the_customer(visitor: httpx.Client, sqlite_database: Database, language: str) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101", language=language)

    page = visitor.get(f"/preferences/{preferences_link(sqlite_database, other)}").text
    asked = visitor.get(f"/unsubscribe/{unsubscribe_link(sqlite_database, other, Group.PROBLEM)}").text

    assert f'<html lang="{language}">' in page
    assert f"<h1>{WORDINGS[language].page.title}</h1>" in page
    assert f"<h1>{WORDINGS[language].page.unsubscribe_title}</h1>" in asked


def test_one_click_switches_the_group_off(visitor: httpx.Client, sqlite_database: Database, counter: Counter) -> None:
    address = f"/unsubscribe/{unsubscribe_link(sqlite_database, counter, Group.ON_HOLD)}"

    asked = visitor.get(address)
    untouched = muted_of(sqlite_database, counter)
    done = visitor.post(address, data={"List-Unsubscribe": "One-Click"})

    assert (asked.status_code, untouched) == (200, frozenset())
    assert '<form method="post">' in asked.text
    assert done.status_code == 200
    assert "From now on you are not mailed when an order has been put on hold." in done.text
    assert muted_of(sqlite_database, counter) == {"on_hold"}


def test_one_click_may_come_as_multipart(visitor: httpx.Client, sqlite_database: Database, counter: Counter) -> None:
    address = f"/unsubscribe/{unsubscribe_link(sqlite_database, counter, Group.ON_HOLD)}"

    done = visitor.post(address, files={"List-Unsubscribe": (None, "One-Click")})

    assert (done.status_code, muted_of(sqlite_database, counter)) == (200, {"on_hold"})


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path", ["/preferences/1.1.1.x", "/unsubscribe/1.1.problem.1.x", "/preferences/", "/storefront/"]
)
def test_knows_no_other_links(visitor: httpx.Client, counter: Counter, method: str, path: str) -> None:
    page = visitor.request(method, path, headers=OURS)

    assert counter
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
