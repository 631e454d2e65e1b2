"""The pages by which people sign in and look after their account."""

import re
from datetime import timedelta

import pyotp
import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import accounts
from partscounter.domain.accounts import Role
from partscounter.kit.clock import FixedClock
from tests.make.access import OPERATOR
from tests.make.accounts import EMAIL, PASSWORD, Browser, browser, form_key, make_account
from tests.make.app import make_app
from tests.make.counter import make_counter


@pytest.fixture
def app(sqlite_database: Database, clock: FixedClock) -> App:
    return make_app(sqlite_database, clock)


@pytest.fixture
def visitor(app: App) -> Browser:
    return browser(build_asgi(app))


def sessions(app: App, account_id: int) -> int:
    with app.database.read() as tx:
        return len(accounts.list_sessions(tx, account_id))


def test_staff_and_customers_sign_in_alike(app: App, visitor: Browser) -> None:
    counter = make_counter(app.database)
    make_account(app.database)
    make_account(app.database, Role.CUSTOMER, "buyer@parts.example", customer_id=counter.customer.id)
    buyer = browser(build_asgi(app))

    assert visitor.sign_in().headers["location"] == "/portal"
    assert buyer.sign_in("buyer@parts.example").headers["location"] == "/shop"
    assert "buyer@parts.example" in buyer.get("/account").text


@pytest.mark.parametrize(
    ("wanted", "target"),
    [("/account/code?x=1", "/account/code?x=1"), ("//evil.example", "/portal"), ("x", "/portal")],
)
def test_whoever_wanted_a_page_gets_to_it_if_it_is_ours(app: App, visitor: Browser, wanted: str, target: str) -> None:
    make_account(app.database)

    assert visitor.sign_in(next=wanted).headers["location"] == target


def test_a_wrong_password_says_so_and_keeps_the_address(app: App, visitor: Browser) -> None:
    account = make_account(app.database)

    answer = visitor.sign_in(password="wrong")

    assert answer.status_code == 403
    assert "The mail address or the password is not right." in answer.text
    assert f'value="{EMAIL}"' in answer.text
    assert sessions(app, account.id) == 0


def test_guessing_is_told_to_wait(app: App, visitor: Browser) -> None:
    make_account(app.database)
    for _ in range(10):
        assert visitor.sign_in(password="wrong").status_code == 403

    answer = visitor.sign_in()

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")


def test_signing_in_changes_the_cookie_which_scripts_cannot_read(app: App, visitor: Browser) -> None:
    make_account(app.database)
    visitor.get("/sign-in")
    before = visitor.cookies["visit"]

    cookie = visitor.sign_in().headers["set-cookie"]

    assert visitor.cookies["visit"] != before
    assert re.fullmatch(r"visit=[\w-]{43}; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax", cookie)


@pytest.mark.parametrize("way", ["no key", "wrong key", "key of another visitor", "foreign page"])
def test_a_form_that_is_not_of_our_own_page_is_refused(app: App, visitor: Browser, way: str) -> None:
    account = make_account(app.database)
    own, foreign = form_key(visitor.get("/sign-in").text), form_key(browser(build_asgi(app)).get("/sign-in").text)
    key = {"no key": None, "wrong key": "x", "key of another visitor": foreign}.get(way, own)
    origin = "https://evil.example" if way == "foreign page" else "http://counter.example"
    fields = {"email": EMAIL, "password": PASSWORD} | ({} if key is None else {"form_key": key})

    answer = visitor.post("/sign-in", data=fields, headers={"Origin": origin})

    assert answer.status_code == 403
    assert sessions(app, account.id) == 0


def test_signing_out_ends_the_session_here(app: App, visitor: Browser) -> None:
    account = make_account(app.database)
    visitor.sign_in()

    answer = visitor.submit("/sign-out", on="/account")

    assert answer.headers["location"] == "/sign-in"
    assert sessions(app, account.id) == 0
    assert visitor.get("/account").headers["location"] == "/sign-in?next=/account"


def test_everywhere_else_can_be_signed_out_from_here(app: App, visitor: Browser) -> None:
    account = make_account(app.database)
    elsewhere = browser(build_asgi(app))
    elsewhere.sign_in()
    visitor.sign_in()

    visitor.submit("/account/sessions", on="/account")

    assert sessions(app, account.id) == 1
    assert visitor.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_the_password_is_changed_by_whoever_knows_it(app: App, visitor: Browser) -> None:
    make_account(app.database)
    visitor.sign_in()
    new = "a longer password"

    wrong = visitor.submit("/account/password", on="/account", current="x", password=new, again=new)
    short = visitor.submit("/account/password", on="/account", current=PASSWORD, password="short", again="short")
    differ = visitor.submit("/account/password", on="/account", current=PASSWORD, password=new, again=f"{new}!")
    assert [answer.status_code for answer in (wrong, short, differ)] == [403, 400, 400]
    assert browser(build_asgi(app)).sign_in(password=new).status_code == 403
    right = visitor.submit("/account/password", on="/account", current=PASSWORD, password=new, again=new)

    assert right.headers["location"] == "/account?done=password"
    assert browser(build_asgi(app)).sign_in(password=new).status_code == 303


def test_the_second_factor_is_set_up_used_and_removed(app: App, visitor: Browser, clock: FixedClock) -> None:
    account = make_account(app.database)
    visitor.sign_in()
    secret = re.findall(r"<code>([A-Z2-7]{32})</code>", visitor.get("/account/code").text)[0]
    codes = pyotp.TOTP(secret)

    wrong = visitor.submit("/account/code", secret=secret, code="1")
    right = visitor.submit("/account/code", secret=secret, code=codes.at(clock.now() - timedelta(seconds=30)))
    assert (wrong.status_code, right.headers["location"]) == (403, "/account?done=code")

    other = browser(build_asgi(app))
    assert other.sign_in().headers["location"] == "/sign-in/code?next=%2Fportal"
    assert other.get("/account").status_code == 303
    assert other.submit("/sign-in/code", code="000000", next="/account").status_code == 403
    assert other.submit("/sign-in/code", code=codes.at(clock.now()), next="/account").headers["location"] == "/account"
    assert other.get("/account").status_code == 200

    visitor.submit("/account/code/remove", on="/account", current="wrong")
    with app.database.read() as tx:
        assert accounts.get_account(tx, account.id).has_code
    visitor.submit("/account/code/remove", on="/account", current=PASSWORD)
    with app.database.read() as tx:
        assert not accounts.get_account(tx, account.id).has_code


def test_a_link_lets_its_holder_choose_the_password_once(app: App, visitor: Browser) -> None:
    account = make_account(app.database)
    link = app.database.write(OPERATOR, lambda tx: accounts.sign_password_link(tx, account))
    new = "chosen by mail"

    assert visitor.submit(f"/password/{link}", password="short", again="short").status_code == 400
    assert visitor.submit(f"/password/{link}", password=new, again=new).headers["location"] == "/sign-in"

    assert visitor.get(f"/password/{link}").status_code == 404
    assert visitor.sign_in(password=new).status_code == 303


def test_the_pages_speak_the_language_of_the_browser(visitor: Browser) -> None:
    page = visitor.get("/sign-in", headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.8"}).text

    assert '<html lang="de">' in page
    assert "<h1>Anmelden</h1>" in page
