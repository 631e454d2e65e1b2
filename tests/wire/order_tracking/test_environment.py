"""Production and QA: which environment a request is meant for, and whose credential counts there."""

import httpx
import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.settings.concerns import TrackingSettings
from partscounter.wire.order_tracking.app import build_api, build_v2_api
from partscounter_contracts.order_tracking import examples
from tests.make.access import make_credential
from tests.make.tracking import ADDRESS, Tracked, everything, make_tracked
from tests.make.web import client

V2_ADDRESS = "/eCommerce/orderTracking/v2/tracking"
HEADER = "x-cat-qa-env"
QA = Settings(tracking=TrackingSettings(environment="qa"))
NOT_NAMED = {
    "code": "400",
    "error": "BAD_REQUEST",
    "description": "The header x-cat-qa-env must be one of qa1parts, qa2parts, qa3parts.",
}


@pytest.fixture
def tracked(sqlite_database: Database, clock: FixedClock) -> Tracked:
    return make_tracked(sqlite_database, clock, settings=QA)


def token_for(tracked: Tracked, environment: str) -> str:
    dealer = tracked.counter.dealer.id
    credential = make_credential(
        tracked.app.database, name=f"client-{environment}", dealer_ids=[dealer], environment=environment
    )
    return tracked.app.authenticator.issue_token(credential).access_token


def post_to_both(tracked: Tracked, token: str, *named: str) -> list[httpx.Response]:
    """The answers of V3 and V2 to an update under these headers."""
    headers = [("Authorization", f"Bearer {token}"), *((HEADER, name) for name in named)]
    v3, v2 = client(build_api(tracked.app).asgi), client(build_v2_api(tracked.app).asgi)
    return [
        v3.post(f"{ADDRESS}?storeId=21801", json=examples.DELIVERY, headers=headers),
        v2.post(V2_ADDRESS, json=examples.V2, headers=headers),
    ]


def test_qa_takes_a_credential_in_its_own_environment(tracked: Tracked) -> None:
    for environment in ("qa1parts", "qa2parts", "qa3parts"):
        answers = post_to_both(tracked, token_for(tracked, environment), environment)

        assert [answer.status_code for answer in answers] == [204, 204]


def test_qa_does_not_know_a_credential_of_another_environment(tracked: Tracked) -> None:
    token = token_for(tracked, "qa1parts")
    before = everything(tracked.app.database)

    answers = [*post_to_both(tracked, token, "qa2parts"), *post_to_both(tracked, tracked.token, "qa1parts")]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(401, "403")] * 4
    assert everything(tracked.app.database) == before


@pytest.mark.parametrize(
    "named",
    [(), ("",), ("qa4parts",), ("QA1PARTS",), ("production",), ("qa1parts", "qa1parts"), ("qa1parts,qa2parts",)],
)
def test_qa_needs_exactly_one_of_its_environments(tracked: Tracked, named: tuple[str, ...]) -> None:
    token = token_for(tracked, "qa1parts")
    before = everything(tracked.app.database)

    for answer in post_to_both(tracked, token, *named):
        assert (answer.status_code, answer.json()) == (400, NOT_NAMED)
    assert everything(tracked.app.database) == before


def test_qa_asks_for_the_credential_first(tracked: Tracked) -> None:
    assert [answer.status_code for answer in post_to_both(tracked, "x")] == [401, 401]


def test_production_ignores_the_header_and_knows_no_credential_of_qa(
    sqlite_database: Database, clock: FixedClock
) -> None:
    tracked = make_tracked(sqlite_database, clock)

    ours = post_to_both(tracked, tracked.token, "qa9parts")
    theirs = post_to_both(tracked, token_for(tracked, "qa1parts"), "qa1parts")

    assert [answer.status_code for answer in [*ours, *theirs]] == [204, 204, 401, 401]
