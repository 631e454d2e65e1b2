"""The log of a credential's requests, as it fills through the doors and is read in the portal."""

from dataclasses import replace

import httpx
import pytest

from partscounter.app import App, build_app
from partscounter.asgi import build_asgi
from partscounter.domain.access import Credential, Product
from partscounter.domain.access.request_log import list_requests
from partscounter.domain.accounts import Role
from partscounter.web.request_log import note_recent_requests
from tests.make.access import SECRET, make_credential, make_dealers
from tests.make.accounts import Browser, browser, make_account
from tests.make.web import client


@pytest.fixture
def yard(app: App) -> Credential:
    make_dealers(app.database, 1)
    return make_credential(
        app.database, product=Product.STOCK, name="yard", dealer_ids=[1], scopes=["stock/read", "stock/write"]
    )


@pytest.fixture
def operator(app: App) -> Browser:
    make_account(app.database, Role.OPERATOR)
    person = browser(build_asgi(app))
    person.sign_in()
    return person


def ask(app: App, path: str, **fields: str) -> httpx.Response:
    with client(build_asgi(app)) as caller:
        body = {"json": fields} if fields else {}
        return caller.request("PUT" if fields else "GET", path, auth=("yard", SECRET), **body)  # type: ignore[arg-type]


def test_a_request_is_shown_with_what_was_sent_and_answered(app: App, operator: Browser, yard: Credential) -> None:
    answer = ask(app, "/stock/items/7001/1/A1?dry=1", password="hush", note="<b>hello</b>")
    note_recent_requests(app)

    with app.database.read() as tx:
        (request,) = list_requests(tx, yard.id)
    page = operator.get(f"/portal/credentials/{yard.id}/requests/{request.id}").text
    assert (request.status, request.request_id) == (answer.status_code, answer.headers["x-request-id"])
    assert "&#34;password&#34;: &#34;[hidden]&#34;" in page
    assert "hush" not in page
    assert "&lt;b&gt;hello&lt;/b&gt;" in page
    assert "/stock/items/7001/1/A1?dry=1" in page
    assert request.answered.text == answer.text


def test_lists_the_newest_first_and_failures_alone(app: App, operator: Browser, yard: Credential) -> None:
    for number in range(3):
        ask(app, f"/stock/items/7001/1/A{number}")
    note_recent_requests(app)

    page = operator.get(f"/portal/credentials/{yard.id}/requests").text

    assert page.index("/A2") < page.index("/A1") < page.index("/A0")
    assert "/A2" in operator.get(f"/portal/credentials/{yard.id}/requests?answers=failed").text
    assert "/A2" in operator.get(f"/portal/credentials/{yard.id}").text


def test_a_wrong_secret_is_in_nobodys_log(app: App, yard: Credential) -> None:
    with client(build_asgi(app)) as caller:
        assert caller.get("/stock/items/7001/1/A1", auth=("yard", "wrong")).status_code == 401
    note_recent_requests(app)

    with app.database.read() as tx:
        assert list_requests(tx, yard.id) == []


def test_a_request_too_many_is_in_the_log(app: App) -> None:
    make_dealers(app.database, 1)
    known = make_credential(
        app.database, product=Product.STOCK, name="yard", dealer_ids=[1], requests_per_minute=1, scopes=["stock/read"]
    )
    for _ in range(2):
        ask(app, "/stock/items/7001/1/A1")
    note_recent_requests(app)

    with app.database.read() as tx:
        newest, _ = list_requests(tx, known.id)
    assert (newest.status, newest.problem) == (429, "too_many_requests")


def test_without_a_log_nothing_is_kept(app: App, yard: Credential) -> None:
    settings = replace(app.settings, limits=replace(app.settings.limits, request_log=0))
    quiet = build_app(settings, app.database, app.clock)
    ask(quiet, "/stock/items/7001/1/A1")
    note_recent_requests(quiet)

    with app.database.read() as tx:
        assert list_requests(tx, yard.id) == []
    make_account(app.database, Role.OPERATOR)
    person = browser(build_asgi(quiet))
    person.sign_in()
    assert "The settings keep no log" in person.get(f"/portal/credentials/{yard.id}/requests").text
