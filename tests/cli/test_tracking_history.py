"""`partscounter tracking history`: what came for a document, oldest first."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_tracking.app import build_v2_api
from partscounter_contracts.order_tracking import examples
from tests.make.access import SECRET
from tests.make.tracking import Tracked, body_with, make_tracked
from tests.make.web import client

V2 = {
    **examples.V2,
    "shippedStatus": "DL",
    "shipmentTrackUserName": "client-TD00",
    "shipmentTrackPassword": SECRET,
}


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path, clock: FixedClock) -> Path:
    """A folder whose document has been told four things."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "partscounter.db")
    database = open_database(f"sqlite:///{folder / 'partscounter.db'}", clock)
    try:
        tell(make_tracked(database, clock), clock)
    finally:
        database.close()
    return folder


def tell(tracked: Tracked, clock: FixedClock) -> None:
    more = body_with({"fulfillment.parts.0.quantity": 7, "fulfillment.parts.1.quantity": 6})
    for _ in range(2):
        assert tracked.post(more).status_code == 204
        clock.advance(timedelta(minutes=1))
    http = client(build_v2_api(tracked.app).asgi)
    assert http.post("/eCommerce/orderTracking/v2/tracking", json=V2).status_code == 204
    clock.advance(timedelta(minutes=1))
    assert tracked.post(body_with({"documentStatus": "OH"})).status_code == 204


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), ["tracking", "history", *arguments, "--data", str(data)])


def test_every_update_is_a_row_with_its_warnings_below_each_other(data: Path, clock: FixedClock) -> None:
    result = run(data, "TD00", "00C112685")

    began = clock.now() - timedelta(minutes=3)
    times = [f"{began + timedelta(minutes=minute):%Y-%m-%d %H:%M:%S}" for minute in range(4)]
    rows = [line.rstrip() for line in result.stdout.splitlines() if line.strip() and "─" not in line]
    assert result.exit_code == 0
    assert [row.split(maxsplit=6) for row in rows] == [
        ["when", "(UTC)", "contract", "credential", "status", "outcome", "warnings"],
        [*times[0].split(), "order_tracking", "client-TD00", "PS", "taken", "1 more of 1R-1801 shipped than ordered."],
        ["2", "more", "of", "1R-1808", "shipped", "than", "ordered."],
        [*times[1].split(), "order_tracking", "client-TD00", "PS", "repeat"],
        [*times[2].split(), "order_tracking_v2", "client-TD00", "DL", "taken"],
        [*times[3].split(), "order_tracking", "client-TD00", "OH", "taken"],
    ]


def test_a_document_or_a_dealer_that_is_not_known_is_refused(data: Path) -> None:
    for arguments, message in [
        (("TD00", "other"), "refused (unknown_document): There is no document other.\n"),
        (("TD09", "00C112685"), "refused (unknown_dealer): There is no dealer TD09.\n"),
    ]:
        result = run(data, *arguments)

        assert (result.exit_code, result.stdout, result.stderr) == (1, "", message)


def test_without_a_database_none_is_made(tmp_path: Path) -> None:
    result = run(tmp_path / "none", "TD00", "00C112685")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "refused (unknown_dealer): There is no database yet, and so no dealer.\n"
    assert list(tmp_path.iterdir()) == []
