"""Who is let in, and what is refused before an update is looked at: in this contract's own shape, never another."""

from datetime import timedelta

import httpx
import msgspec
import pytest
from starlette.datastructures import Headers

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.settings.concerns import LimitSettings
from partscounter.web.incoming import Incoming, parse_query
from partscounter.web.problems import Problem, ProblemKind
from partscounter.wire.order_tracking.errors import render_problem
from partscounter_contracts.order_tracking import examples
from tests.make.access import OPERATOR, make_credential
from tests.make.tracking import ADDRESS, Tracked, everything, make_tracked

NO_REQUEST: Incoming[access.Credential] = Incoming(
    "POST", ADDRESS, ADDRESS, parse_query(b""), Headers(), "", "", FixedClock().now()
)
UNAUTHENTICATED = {
    "code": "403",
    "error": "AUTHENTICATION_ERROR",
    "description": "The access token is missing, not valid, or not for this dealer",
}


@pytest.fixture
def tracked(sqlite_database: Database, clock: FixedClock) -> Tracked:
    return make_tracked(sqlite_database, clock)


def assert_unauthenticated(answer: httpx.Response) -> None:
    assert (answer.status_code, answer.json()) == (401, UNAUTHENTICATED)
    assert answer.headers["www-authenticate"] == 'Bearer realm="order-tracking"'


HEADERS = [None, "", "Bearer", "Bearer x", "Bearer a b", "Basic dTpw", "Token x", "Bearer é"]


def test_asks_for_a_token_before_anything_else(tracked: Tracked) -> None:
    tracked.http.headers.pop("authorization")
    for header in HEADERS:
        headers = {} if header is None else {b"authorization": header.encode()}

        assert_unauthenticated(tracked.http.post(ADDRESS, content=b"{", headers=headers))


def test_refuses_an_expired_a_revoked_and_a_foreign_token(tracked: Tracked, clock: FixedClock) -> None:
    stranger = make_credential(tracked.app.database, product=Product.KEYLOOP, name="keyloop")
    token = tracked.app.authenticator.issue_token(stranger).access_token
    before = everything(tracked.app.database)

    foreign = tracked.http.post(ADDRESS, json=examples.DELIVERY, headers={"Authorization": f"Bearer {token}"})
    clock.advance(timedelta(hours=1))
    expired = tracked.post(examples.DELIVERY)

    for answer in (foreign, expired):
        assert_unauthenticated(answer)
    assert everything(tracked.app.database) == before


def test_refuses_the_token_of_a_disabled_credential(tracked: Tracked) -> None:
    tracked.app.database.write(OPERATOR, lambda tx: access.disable_credential(tx, tracked.credential.id))

    assert_unauthenticated(tracked.post(examples.DELIVERY))


QUERIES = ["", "?storeId=", "?storeId=21802", "?storeid=21801", "?storeId=021801", "?storeId=21801&storeId=1"]


def test_needs_the_store_id_before_the_body_is_judged(tracked: Tracked) -> None:
    answers = [tracked.http.post(ADDRESS + query, content=body) for query in QUERIES for body in (b"{", b"{}")]

    for answer in answers:
        assert answer.status_code == 400
        assert answer.json() == {
            "code": "400",
            "error": "BAD_REQUEST",
            "description": "The query parameter storeId must be 21801.",
        }


def test_takes_posts_only(tracked: Tracked) -> None:
    for method in ("GET", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = tracked.http.request(method, ADDRESS)

        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
        assert (answer.json()["code"], answer.json()["error"]) == ("405", "METHOD_NOT_ALLOWED")


def test_does_not_know_other_addresses(tracked: Tracked) -> None:
    answer = tracked.http.post("/eCommerce/orderTracking/v9/tracking", json={})

    assert (answer.status_code, answer.json()["code"], answer.json()["error"]) == (404, "404", "NOT_FOUND")


def test_takes_json_only(tracked: Tracked) -> None:
    for media_type in ("text/xml", "application/x-www-form-urlencoded", "application/json; charset=x"):
        answer = tracked.http.post(f"{ADDRESS}?storeId=21801", content=b"{}", headers={"Content-Type": media_type})

        assert (answer.status_code, answer.json()["code"]) == (415, "415")
        assert answer.json()["error"] == "UNSUPPORTED_MEDIA_TYPE"


def test_refuses_a_body_over_the_limit(sqlite_database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(sqlite_database, clock, settings=Settings(limits=LimitSettings(body_bytes=1024)))

    answer = tracked.post({**examples.DELIVERY, "filler": "x" * 1024})

    assert answer.status_code == 413
    assert answer.json() == {
        "code": "413",
        "error": "CONTENT_TOO_LARGE",
        "description": "The body is larger than 1024 bytes.",
    }


def test_limits_the_rate_and_says_when_to_come_back(sqlite_database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(sqlite_database, clock, settings=Settings(limits=LimitSettings(requests_per_minute=2)))

    answers = [tracked.post(examples.DELIVERY) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [204, 204, 429]
    assert answers[2].json()["code"] == "429"
    assert int(answers[2].headers["retry-after"]) > 0


@pytest.mark.parametrize("kind", ProblemKind)
def test_has_words_for_every_kind_of_problem(kind: ProblemKind) -> None:
    code = "403" if kind in {ProblemKind.UNAUTHENTICATED, ProblemKind.FORBIDDEN} else str(kind.status)

    answer = render_problem(Problem(kind, "Because."), NO_REQUEST)

    assert answer.status == kind.status
    assert isinstance(answer.body, bytes)
    assert msgspec.json.decode(answer.body)["code"] == code
