"""`partscounter push`: what it prints, how it ends, and that the secret is shown once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import make_counter
from tests.make.push import Pushing
from tests.make.receiver import run_receiver

URL = "https://8.8.8.8/orders"
SECRET_LINE = re.compile(r"secret, shown once: whsec_[A-Za-z0-9+/]{43}=\n")


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "partscounter.db")
    return folder


@pytest.fixture
def opened(data: Path, clock: FixedClock) -> Iterator[Database]:
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", clock, enqueue_jobs)
    yield database
    database.close()


def run(data: Path, *arguments: object) -> Result:
    environment = {"PARTSCOUNTER_SERVER_DATA_DIR": str(data)}
    return CliRunner().invoke(build_program(), ["push", *map(str, arguments)], env=environment)


def test_lists_replays_and_switches_off(data: Path, opened: Database, clock: FixedClock) -> None:
    with run_receiver() as receiver:
        pushing = Pushing(opened, clock, receiver.url, marks_received=True)
        order = pushing.place()
        pushing.run()
        (delivery,) = pushing.deliveries()

        deliveries = run(data, "deliveries", "td00")
        replayed = run(data, "replay", delivery.id)
        again = run(data, "replay", delivery.id)
        listed = run(data, "list")
        off = run(data, "off", "td00")

    assert deliveries.stdout == (
        f"{delivery.id}  2026-03-02T09:30:00Z  {order.number}  try 1  {delivery.duration_ms} ms  delivered, 204\n"
    )
    assert (replayed.exit_code, replayed.stdout) == (0, f"the order of delivery {delivery.id} is posted again\n")
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.startswith("refused (job_not_over): ")
    assert listed.stdout == f"td00  {receiver.url}  marks received  on\n"
    assert off.stdout == "td00: push is switched off\n"
    assert run(data, "off", "td00").stdout == "td00: push was off already\n"
    assert run(data, "list").stdout.endswith("off: Switched off by an operator.\n")


def test_shows_the_secret_when_it_is_made(data: Path, opened: Database, clock: FixedClock) -> None:
    Pushing(opened, clock, URL)
    known = run(data, "set", "td00", URL, "--marks-received")
    rotated = run(data, "rotate", "td00")
    listed = run(data, "list")

    assert known.stdout == f"td00: orders are pushed to {URL}\nthe secret stays as it is\n"
    assert SECRET_LINE.match(rotated.stdout)
    assert "the secret before signs as well until " in rotated.stdout
    assert "whsec_" not in listed.output


def test_the_first_setting_prints_a_secret(data: Path, opened: Database) -> None:
    make_counter(opened)

    first = run(data, "set", "td00", URL)

    assert first.exit_code == 0
    assert SECRET_LINE.search(first.stdout)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://[::1]/", "http://169.254.169.254/latest", "ftp://x/"])
def test_refuses_an_address_that_no_order_is_sent_to(data: Path, opened: Database, url: str) -> None:
    make_counter(opened)

    result = run(data, "set", "td00", url)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("refused (bad_push_address): ")
    assert run(data, "list").stdout == ""


def test_refuses_an_unknown_organisation_and_delivery(data: Path) -> None:
    unknown = run(data, "set", "td77", URL)

    assert unknown.stderr == "refused (unknown_dealer): There is no organisation td77.\n"
    assert run(data, "replay", 1).stderr == "refused (delivery_not_found): There is no delivery 1.\n"
