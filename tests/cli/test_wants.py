"""`partscounter wants`: the dealer sees who waits for what, and what came of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.domain import leads
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.wants import DRUM, bring, mails_of_wants


@pytest.fixture
def data(tmp_path: Path, clock: FixedClock) -> Path:
    """A data folder in which a customer waited, was told, and ordered."""
    clock.at = datetime(2100, 3, 2, 9, tzinfo=UTC)  # wants are forgotten after a year, by the clock of the command
    database = open_database(f"sqlite:///{tmp_path / 'partscounter.db'}", clock, enqueue_jobs)
    database.write(TESTER, lambda tx: metadata.create_all(tx.connection))
    counter = make_counter(database)
    database.write(TESTER, lambda tx: leads.save_search(tx, counter.customer, DRUM, "[red]Drum"))
    (item,) = bring(database, counter, "1", quantity=5)
    mails_of_wants(database, clock)
    clock.at += timedelta(minutes=1)
    place(database, draft_order(counter, (item, 2)))
    database.close()
    return tmp_path


def run(data: Path, *arguments: str) -> list[str]:
    result = CliRunner().invoke(build_program(), ["wants", *arguments, "--data", str(data)], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_lists_who_waits_as_csv(data: Path) -> None:
    assert run(data, "list", "--csv") == [
        "want,since,kind,wanted,customer,email,vendor_id,came_in,told_at",
        "1,2100-03-02,saved_search,[red]Drum,Bea Buyer,buyer@customer.example,,1,2100-03-02 09:00",
    ]


def test_lists_who_waits_as_a_table(data: Path) -> None:
    assert any("[red]Drum" in line for line in run(data, "list", "--vendor", "100"))


def test_reports_what_was_recovered(data: Path) -> None:
    expected = [
        "month,vendor_id,vendor,wants,orders,units,amount,currency",
        "2100-03,100,Dealer TD00,1,1,2,200.00,EUR",
    ]
    assert run(data, "report", "--csv") == expected
    assert run(data, "report", "--csv", "--vendor", "100") == expected


def test_an_unknown_vendor_is_refused(data: Path) -> None:
    result = CliRunner().invoke(build_program(), ["wants", "list", "--vendor", "nobody", "--data", str(data)])

    assert result.exit_code == 1
