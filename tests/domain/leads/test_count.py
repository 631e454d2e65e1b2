"""Leads are counted by month, kind and dealer, and the command line reports that."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import dealers, leads
from partscounter.domain.leads import LeadCount, LeadDraft, LeadKind
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER


def log_some(database: Database, clock: FixedClock) -> int:
    """Three leads for one dealer and one for nobody, around the end of a month; the dealer's id."""
    dealer = database.write(TESTER, lambda tx: dealers.register_dealer(tx, name="[red]North, Yard", vendor_id="7001"))
    to_dealer = LeadDraft(LeadKind.EMAIL, dealer_id=dealer.id)
    clock.at = datetime(2026, 3, 31, 23, 59, 59, tzinfo=UTC)
    for draft in (to_dealer, to_dealer, LeadDraft(LeadKind.PART_REQUEST)):
        database.write(TESTER, lambda tx, draft=draft: leads.log_lead(tx, draft))  # type: ignore[misc]
    clock.at = datetime(2026, 4, 1, tzinfo=UTC)
    database.write(TESTER, lambda tx: leads.log_lead(tx, to_dealer))
    return dealer.id


def test_counts_by_month_kind_and_dealer(database: Database, clock: FixedClock) -> None:
    dealer_id = log_some(database, clock)

    with database.read() as tx:
        counts, april = leads.count_leads(tx), leads.count_leads(tx, "2026-04")

    assert counts == [
        LeadCount("2026-03", LeadKind.PART_REQUEST, None, 1),
        LeadCount("2026-03", LeadKind.EMAIL, dealer_id, 2),
        LeadCount("2026-04", LeadKind.EMAIL, dealer_id, 1),
    ]
    assert april == counts[2:]


@pytest.fixture
def data(tmp_path: Path, clock: FixedClock) -> Path:
    """A data folder with some leads."""
    database = open_database(f"sqlite:///{tmp_path / 'partscounter.db'}", clock, enqueue_jobs)
    database.write(TESTER, lambda tx: metadata.create_all(tx.connection))
    log_some(database, clock)
    database.close()
    return tmp_path


def test_reports_as_csv(data: Path) -> None:
    result = CliRunner().invoke(build_program(), ["leads", "report", "--csv", "--data", str(data)])

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "month,kind,vendor_id,vendor,leads",
        "2026-03,part_request,,,1",
        '2026-03,email,7001,"[red]North, Yard",2',
        '2026-04,email,7001,"[red]North, Yard",1',
    ]


def test_reports_one_month_as_a_table(data: Path) -> None:
    result = CliRunner().invoke(build_program(), ["leads", "report", "--month", "2026-03", "--data", str(data)])

    assert result.exit_code == 0, result.output
    assert "[red]North, Yard" in result.stdout
    assert "2026-04" not in result.stdout
    assert result.stdout.splitlines()[-1] == "3 leads"


@pytest.mark.parametrize("month", ["2026-13", "2026", "march"])
def test_a_wrong_month_is_a_wrong_call(month: str) -> None:
    assert CliRunner().invoke(build_program(), ["leads", "report", "--month", month]).exit_code == 2
