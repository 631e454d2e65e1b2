"""People in the portal: invited, moved, signed out and held back, by those only who run their dealers."""

import re

import pyotp
import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.domain import accounts
from partscounter.domain.accounts import Account, Origin, Role
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR, emitted, make_dealers
from tests.make.accounts import EMAIL, PASSWORD, Browser, browser, make_account

LIST = "/portal/people"
NEW = f"{LIST}/new"
_LINK = re.compile(r'<code id="link">([^<]+)</code>')


def page_of(account: Account, part: str = "") -> str:
    return f"{LIST}/{account.id}{part}"


@pytest.fixture
def operator(app: App) -> Browser:
    make_dealers(app.database, 1, 2, 3)
    return somebody(app, Role.OPERATOR)


@pytest.fixture
def manager(app: App) -> Browser:
    """Of the dealers 1 and 2; dealer 3 is another's."""
    make_dealers(app.database, 1, 2, 3)
    return somebody(app, Role.MANAGER, 1, 2)


def somebody(app: App, role: Role, *dealer_ids: int) -> Browser:
    make_account(app.database, role, dealer_ids=dealer_ids)
    person = browser(build_asgi(app))
    person.sign_in()
    return person


def make(app: App, name: str, role: Role, *dealer_ids: int) -> Account:
    return make_account(app.database, role, f"{name}@parts.example", dealer_ids=dealer_ids)


def read(app: App, account: Account) -> Account:
    with app.database.read() as tx:
        return accounts.get_account(tx, account.id)


def all_accounts(app: App) -> list[Account]:
    with app.database.read() as tx:
        return accounts.list_accounts(tx)


def test_a_clerk_has_no_business_here(app: App) -> None:
    make_dealers(app.database, 1)

    assert somebody(app, Role.CLERK, 1).get(LIST).status_code == 403


def test_who_is_invited_chooses_a_password_and_is_in(app: App, operator: Browser) -> None:
    shown = operator.submit(NEW, name="Kim Shelf", email="Kim@parts.example", role="clerk", dealers="1")

    found = _LINK.search(shown.text)
    assert found is not None
    assert "invited" in operator.get(LIST).text
    kim = browser(build_asgi(app))
    address = found[1].removeprefix("http://counter.example")
    kim.submit(address, password=PASSWORD, again=PASSWORD)
    kim.sign_in("kim@parts.example")
    assert kim.get("/portal").status_code == 200
    assert [kind for kind, _, _ in emitted(app.database) if kind == "account.link_given"] == ["account.link_given"]


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"email": "nobody", "role": "clerk", "dealers": "1"}, 400, "must be a mail address"),
        ({"email": "a@b.example", "role": "clerk"}, 400, "a clerk works for at least one dealer"),
        ({"email": EMAIL, "role": "operator"}, 409, "somebody has an account under this address already"),
        ({"email": "a@b.example", "role": "customer"}, 403, ""),
        ({"email": "a@b.example", "role": "king"}, 403, ""),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_invited(
    app: App, operator: Browser, fields: dict[str, str], status: int, said: str
) -> None:
    answer = operator.submit(NEW, name="Kim", **fields)

    assert answer.status_code == status
    assert said in answer.text
    assert [account.email for account in all_accounts(app)] == [EMAIL]


def test_role_and_dealers_are_changed(app: App, operator: Browser) -> None:
    kim = make(app, "kim", Role.CLERK, 1)

    answer = operator.submit(page_of(kim, "/place"), on=page_of(kim), role="manager", dealers=["2", "3"])

    assert answer.headers["location"] == page_of(kim, "?done=place")
    assert (read(app, kim).role, read(app, kim).dealer_ids) == (Role.MANAGER, frozenset({2, 3}))


def test_who_is_disabled_is_out_at_once(app: App, operator: Browser) -> None:
    kim = make(app, "kim", Role.CLERK, 1)
    inside = browser(build_asgi(app))
    inside.sign_in(kim.email)

    operator.submit(page_of(kim, "/disable"), on=page_of(kim))

    assert inside.get("/portal").status_code == 303
    assert inside.sign_in(kim.email).status_code == 403
    operator.submit(page_of(kim, "/enable"), on=page_of(kim))
    assert inside.sign_in(kim.email).status_code == 303


def test_sessions_are_listed_and_ended(app: App, operator: Browser) -> None:
    kim = make(app, "kim", Role.CLERK, 1)
    accounts.sign_in(app.database, OPERATOR, kim.email, PASSWORD, Origin("192.0.2.7", "Old Browser"))

    shown = operator.get(page_of(kim)).text
    operator.submit(page_of(kim, "/sessions"), on=page_of(kim))

    assert ("192.0.2.7" in shown, "Old Browser" in shown) == (True, True)
    with app.database.read() as tx:
        assert accounts.list_sessions(tx, kim.id) == []


def test_a_lost_second_factor_is_switched_off_by_an_operator(app: App, clock: FixedClock, operator: Browser) -> None:
    kim = make(app, "kim", Role.CLERK, 1)
    switch_on_code(app, clock, kim)

    assert read(app, kim).has_code
    operator.submit(page_of(kim, "/code"), on=page_of(kim))

    assert not read(app, kim).has_code


def switch_on_code(app: App, clock: FixedClock, account: Account) -> None:
    secret = pyotp.random_base32()
    code = pyotp.TOTP(secret).at(clock.now())
    app.database.write(OPERATOR, lambda tx: accounts.begin_code(tx, account.id, secret, code))


@pytest.mark.parametrize(("part", "fields"), [("disable", {}), ("place", {"role": "clerk", "dealers": "1"})])
def test_the_last_operator_stays(app: App, operator: Browser, part: str, fields: dict[str, str]) -> None:
    (known,) = all_accounts(app)

    answer = operator.submit(page_of(known, f"/{part}"), on=page_of(known), **fields)

    assert answer.status_code == 409
    assert "There would be no operator left who can sign in." in answer.text
    assert all_accounts(app) == [known]


def test_a_manager_sees_the_clerks_of_the_own_dealers_only(app: App, manager: Browser) -> None:
    own = make(app, "own", Role.CLERK, 1)
    others = [
        make(app, "beyond", Role.CLERK, 1, 3),
        make(app, "peer", Role.MANAGER, 1),
        make(app, "boss", Role.OPERATOR),
    ]

    listed = manager.get(LIST).text

    assert (own.email in listed, [each.email in listed for each in others]) == (True, [False] * 3)
    assert manager.get(page_of(own)).status_code == 200
    assert [manager.get(page_of(each)).status_code for each in others] == [404] * 3


@pytest.mark.parametrize("part", ["place", "disable", "enable", "sessions", "link"])
def test_a_manager_changes_nobody_else(app: App, manager: Browser, part: str) -> None:
    for foreign in (make(app, "beyond", Role.CLERK, 3), make(app, "peer", Role.MANAGER, 1)):
        answer = manager.submit(page_of(foreign, f"/{part}"), on=NEW, role="clerk", dealers="1")

        assert answer.status_code == 404
        assert read(app, foreign) == foreign


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"role": "manager", "dealers": "1"}, 403),
        ({"role": "operator"}, 403),
        ({"role": "clerk", "dealers": ["1", "3"]}, 404),
        ({"role": "clerk"}, 400),
    ],
)
def test_a_manager_raises_nobody_and_gives_no_foreign_dealer(
    app: App, manager: Browser, fields: dict[str, str | list[str]], status: int
) -> None:
    kim = make(app, "kim", Role.CLERK, 1)
    before = all_accounts(app)

    changed = manager.submit(page_of(kim, "/place"), on=page_of(kim), **fields)
    invited = manager.submit(NEW, name="New", email="new@parts.example", **fields)

    assert (changed.status_code, invited.status_code) == (status, status)
    assert all_accounts(app) == before


def test_a_manager_switches_no_second_factor_off(app: App, clock: FixedClock, manager: Browser) -> None:
    kim = make(app, "kim", Role.CLERK, 1)
    switch_on_code(app, clock, kim)

    assert manager.submit(page_of(kim, "/code"), on=page_of(kim)).status_code == 403
    assert read(app, kim).has_code


def test_the_list_is_searched_and_paged(app: App, operator: Browser) -> None:
    for number in range(50):
        make(app, f"clerk-{number:02}", Role.CLERK, 1)
    first = operator.get(LIST).text
    more = re.search(r'href="([^"]+)">Next page', first)

    assert more is not None
    assert (EMAIL in first, EMAIL in operator.get(more[1].replace("&amp;", "&")).text) == (False, True)
    assert operator.get(f"{LIST}?text=CLERK-07").text.count('scope="row"') == 1
    assert "Nobody is like that." in operator.get(f"{LIST}?role=customer").text
    assert operator.get(f"{LIST}/99999999999999999999").status_code == 404
