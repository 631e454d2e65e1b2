"""`partscounter leads empty-searches`: what was searched for in vain."""

from functools import partial
from pathlib import Path

from typer.testing import CliRunner

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.domain.leads.empty_searches import SearchedWords, note_empty_searches
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from tests.make.counter import TESTER


def test_reports_them_as_csv_and_as_a_table(tmp_path: Path, clock: FixedClock) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'partscounter.db'}", clock)
    database.write(TESTER, lambda tx: metadata.create_all(tx.connection))
    noted = {SearchedWords("brake drum", "volvo"): 2, SearchedWords(keywords="[b]x"): 3}
    database.write(TESTER, partial(note_empty_searches, searches=noted))
    database.close()
    asked = ["leads", "empty-searches", "--month", "2026-03", "--data", str(tmp_path)]

    table = CliRunner().invoke(build_program(), asked)
    listed = CliRunner().invoke(build_program(), [*asked, "--csv"])

    assert (table.exit_code, listed.exit_code) == (0, 0), table.output
    assert "[b]x" in table.stdout
    assert listed.stdout.splitlines() == [
        "month,part_type,make,model,keywords,searches",
        "2026-03,,,,[b]x,3",
        "2026-03,brake drum,volvo,,,2",
    ]
