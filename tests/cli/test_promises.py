"""`partscounter orders`: a date promised, changed and looked up by an operator."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.backorders import feed, ledger
from tests.make.counter import draft_order, make_counter, place

FAR, FARTHER = "2126-12-01", "2126-12-24"


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    shutil.copyfile(sqlite_template, tmp_path / "partscounter.db")
    return tmp_path


@pytest.fixture
def opened(data: Path, clock: FixedClock) -> Iterator[Database]:
    """Long ago, for the program's own clock is the machine's."""
    clock.at = datetime(2001, 3, 2, 9, 30, tzinfo=UTC)
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", clock, enqueue_jobs)
    yield database
    database.close()


@pytest.fixture
def order(opened: Database) -> Order:
    counter = make_counter(opened)
    return place(opened, draft_order(counter, (feed(opened, counter, 1, lead_time=7), 3)))


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), ["orders", *arguments, "--data", str(data)])


def test_promises_and_shows_every_date(data: Path, opened: Database, order: Order) -> None:
    first = run(data, "promise", order.number, "1", FARTHER, "--reason", "strike", "--dealer", "TD00")
    earlier = run(data, "promise", order.number, "1", FAR)
    again = run(data, "promise", order.number, "1", FAR)
    shown = run(data, "promises", order.number)

    assert [each.stdout for each in (first, earlier, again)] == [
        f"Line 1 of {order.number} is promised for {FARTHER} instead of 2001-03-09 (customer told by mail).\n",
        f"Line 1 of {order.number} is promised for {FAR} instead of {FARTHER} (customer not mailed).\n",
        f"Line 1 of {order.number} is promised for {FAR} already.\n",
    ]
    rows = [line.split() for line in shown.stdout.splitlines() if "2126" in line]
    assert [row[-4:] for row in rows] == [["2001-03-09", FARTHER, "mail", "strike"], ["2", FARTHER, FAR, "nothing"]]
    assert len(ledger(opened, order)) == 3


def test_lists_what_is_late_and_what_was_kept(data: Path, order: Order) -> None:
    late = run(data, "promises", "--late")
    counted = run(data, "promises", "--months", "1200")
    run(data, "promise", order.number, "1", FAR)
    none = run(data, "promises", "--late")

    words = [row.split() for row in (late.stdout.strip().splitlines()[-1], counted.stdout.strip().splitlines()[-1])]
    assert words == [
        ["2001-03-09", order.number, "Dealer", "TD00", "1", "S7654321", "2", "lead", "time"],
        ["2001-03", "0", "1", "0", "0", "0", "0%"],
    ]
    assert none.stdout == "No line is late.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["promise", "nothing", "1", FAR], "refused (unknown_order): There is no order nothing.\n"),
        (["promise", "1", "1", FAR, "--dealer", "TD09"], "refused (unknown_dealer): There is no dealer TD09.\n"),
        (
            ["promise", "1", "1", "2001-01-01"],
            "refused (invalid_promise): The promise cannot be made.\n  date: is over\n",
        ),
        (["promises", "nothing"], "refused (unknown_order): There is no order nothing.\n"),
    ],
)
def test_a_wrong_question_is_refused(data: Path, order: Order, arguments: list[str], said: str) -> None:
    result = run(data, *arguments)

    assert order
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", said)
