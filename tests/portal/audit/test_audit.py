"""The audit log: who did what, found by what is known of it, and for operators only."""

from datetime import timedelta

import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.domain.accounts import Role
from partscounter.kit.actor import Actor
from partscounter.kit.clock import FixedClock
from tests.make.access import make_dealers
from tests.make.accounts import EMAIL, Browser, browser, make_account
from tests.make.events import Happened

LOG = "/portal/audit"


@pytest.fixture
def operator(app: App) -> Browser:
    make_account(app.database, Role.OPERATOR)
    person = browser(build_asgi(app))
    person.sign_in()
    return person


def happen(app: App, subject: str, *, actor: str = "shop", door: str = "inventory", payload: str = "") -> int:
    who = Actor(name=actor, door=door, request_id="r-17", payload=payload)
    return app.database.write(
        who,
        lambda tx: tx.emit(
            Happened(subject, {"note": "<b>bold</b>", "off": False, "on": True, "moves": [[1, 2]], "items": [3, 4]})
        ),
    )


def test_only_operators_read_it(app: App) -> None:
    make_dealers(app.database, 1)
    make_account(app.database, Role.MANAGER, dealer_ids=[1])
    manager = browser(build_asgi(app))
    manager.sign_in()

    assert (manager.get(LOG).status_code, manager.get(f"{LOG}/1").status_code) == (403, 403)


def test_tells_who_did_what_and_leads_to_it(app: App, operator: Browser) -> None:
    event = happen(app, "order:17", payload='{"client_secret": "hush", "part": "<i>"}')

    page, alone = operator.get(LOG).text, operator.get(f"{LOG}/{event}").text

    assert page.index(f"{LOG}/{event}") < page.index("account: signed in")
    assert '<a href="/portal/orders/17">order:17</a>' in page
    assert '<span class="quiet">note &lt;b&gt;bold&lt;/b&gt;, on, items 3, 4</span>' in page
    assert ("hush" in alone, "&lt;i&gt;" in alone, "r-17" in alone) == (False, True, True)
    assert operator.get(f"{LOG}/{event + 1000}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=SHOP", ["a", "b"]),
        ("door=stock", ["c"]),
        ("subject=order:a", ["a"]),
        ("actor=shop&door=stock", []),
        ("concept=account", []),
        (f"actor={EMAIL}", []),
    ],
)
def test_finds_by_all_that_is_asked(app: App, operator: Browser, query: str, found: list[str]) -> None:
    happen(app, "order:a")
    happen(app, "order:b")
    happen(app, "order:c", actor="yard", door="stock")

    page = operator.get(f"{LOG}?{query}").text

    assert [name for name in "abc" if f"<td>order:{name}</td>" in page] == found


def test_finds_what_happened_up_to_a_day(app: App, clock: FixedClock, operator: Browser) -> None:
    happen(app, "order:before")
    day = clock.now().date()
    clock.advance(timedelta(days=1))
    happen(app, "order:after")
    operator.sign_in()

    page = operator.get(f"{LOG}?day={day}").text

    assert ("order:before" in page, "order:after" in page) == (True, False)
    assert "must be a day such as" in operator.get(f"{LOG}?day=yesterday").text
    assert operator.get(f"{LOG}?day=9999-12-31").status_code == 200


def test_pages_neither_skip_nor_repeat(app: App, operator: Browser) -> None:
    numbers = [happen(app, "order:p") for _ in range(60)]

    first = operator.get(f"{LOG}?subject=order:p").text
    second = operator.get(f"{LOG}?subject=order:p&before={numbers[10]}").text

    assert [f'"{LOG}/{number}"' in first for number in numbers] == [False] * 10 + [True] * 50
    assert f"before={numbers[10]}" in first
    assert [f'"{LOG}/{number}"' in second for number in numbers] == [True] * 10 + [False] * 50
