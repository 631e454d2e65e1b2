"""Production and QA: which environment a request is meant for, and that each has data of its own."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

import httpx
import pytest

from partscounter.asgi import build_instance
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import access
from partscounter.kit.clock import FixedClock
from partscounter.settings import QA_ENVIRONMENTS, ServerSettings, Settings, TrackingSettings, environments_of
from partscounter.wire.order_tracking.app import build_api, build_v2_api
from partscounter_contracts import order_tracking
from partscounter_contracts.order_tracking import examples
from tests.make.access import OPERATOR, SECRET
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


def post_to_both(tracked: Tracked, token: str, *named: str) -> list[httpx.Response]:
    """The answers of V3 and V2 to an update under these headers."""
    headers = [("Authorization", f"Bearer {token}"), *((HEADER, name) for name in named)]
    v3, v2 = client(build_api(tracked.app).asgi), client(build_v2_api(tracked.app).asgi)
    return [
        v3.post(f"{ADDRESS}?storeId=21801", json=examples.DELIVERY, headers=headers),
        v2.post(V2_ADDRESS, json=examples.V2, headers=headers),
    ]


@pytest.mark.parametrize(
    "named",
    [(), ("",), ("qa4parts",), ("QA1PARTS",), ("production",), ("qa1parts", "qa1parts"), ("qa1parts,qa2parts",)],
)
def test_qa_needs_exactly_one_of_its_environments(
    sqlite_database: Database, clock: FixedClock, named: tuple[str, ...]
) -> None:
    tracked = make_tracked(sqlite_database, clock, settings=QA)
    before = everything(sqlite_database)

    for token in (tracked.token, "x"):
        for answer in post_to_both(tracked, token, *named):
            assert (answer.status_code, answer.json()) == (400, NOT_NAMED)
    assert everything(sqlite_database) == before


def test_production_ignores_the_header(sqlite_database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(sqlite_database, clock)

    assert [answer.status_code for answer in post_to_both(tracked, tracked.token, "qa9parts")] == [204, 204]


def test_the_settings_know_the_environments_of_the_contract() -> None:
    assert QA_ENVIRONMENTS == order_tracking.QA_ENVIRONMENTS


class Instance:
    """A QA instance whose environments each have the printed document, under the same dealer code."""

    def __init__(self, folder: Path, clock: FixedClock, template: Path, stack: ExitStack) -> None:
        settings = Settings(server=ServerSettings(data_dir=folder), tracking=TrackingSettings(environment="qa"))
        self.tracked: dict[str, Tracked] = {}
        for name, each in environments_of(settings).items():
            each.server.data_dir.mkdir()
            shutil.copyfile(template, each.server.data_dir / "partscounter.db")
            database = stack.enter_context(closing(open_database(each.database_url, clock)))
            self.tracked[name] = make_tracked(database, clock, settings=each)
        self.http = client(build_instance({name: each.app for name, each in self.tracked.items()}))

    def token(self, **headers: str) -> httpx.Response:
        form = {"grant_type": "client_credentials", "client_id": "client-TD00", "client_secret": SECRET}
        return self.http.post("/as/token.oauth2", data=form, headers=headers)

    def post(self, token: str, environment: str) -> int:
        headers = {"Authorization": f"Bearer {token}", HEADER: environment}
        return self.http.post(f"{ADDRESS}?storeId=21801", json=examples.DELIVERY, headers=headers).status_code

    def everything(self) -> dict[str, object]:
        return {name: everything(each.app.database) for name, each in self.tracked.items()}


@pytest.fixture
def instance(tmp_path: Path, clock: FixedClock, sqlite_template: Path) -> Iterator[Instance]:
    with ExitStack() as stack:
        yield Instance(tmp_path, clock, sqlite_template, stack)


def test_an_update_changes_the_environment_that_it_names_and_no_other(instance: Instance) -> None:
    before = instance.everything()

    assert instance.post(instance.tracked["qa2parts"].token, "qa2parts") == 204

    after = instance.everything()
    assert {name for name in QA_ENVIRONMENTS if before[name] != after[name]} == {"qa2parts"}


def test_a_credential_of_one_environment_is_unknown_in_the_others(instance: Instance) -> None:
    before = instance.everything()
    token = instance.tracked["qa2parts"].token

    assert [instance.post(token, name) for name in ("qa1parts", "qa3parts", "qa4parts")] == [401, 401, 400]
    assert instance.everything() == before


def test_the_token_address_finds_the_environment_that_knows_the_client(instance: Instance) -> None:
    disabled = instance.tracked["qa1parts"]
    disabled.app.database.write(OPERATOR, partial(access.disable_credential, credential_id=disabled.credential.id))

    unnamed, named, elsewhere = (
        instance.token(),
        instance.token(**{HEADER: "qa3parts"}),
        instance.token(**{HEADER: "qa1parts"}),
    )

    assert instance.post(unnamed.json()["access_token"], "qa2parts") == 204
    assert instance.post(named.json()["access_token"], "qa3parts") == 204
    assert (elsewhere.status_code, elsewhere.json()["error"]) == (401, "invalid_client")


def test_health_is_that_of_every_environment(instance: Instance) -> None:
    report = instance.http.get("/readyz").json()

    assert report["checks"] == {
        f"{name}: {what}": "failed" if what == "search index" else "ok"
        for name in QA_ENVIRONMENTS
        for what in ("database", "search index")
    }
