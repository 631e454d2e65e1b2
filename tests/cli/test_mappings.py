"""`partscounter import mappings` and `partscounter mappings coverage`: what they print and what they leave."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.app import open_app
from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.domain import catalog, mappings
from partscounter.domain.catalog import NameKind
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from partscounter.worker.follow_index import catch_up
from tests.make.counter import TESTER
from tests.make.mappings import WORDS, user_id
from tests.make.yard import make_user


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    """A data folder with the user `webshop` and three part types."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "partscounter.db")
    database = open_database(f"sqlite:///{folder / 'partscounter.db'}", FixedClock())
    make_user(database, "webshop")
    names = ["Engine Assembly", "Transmission Assembly", "Hood"]
    database.write(TESTER, lambda tx: catalog.number_names(tx, NameKind.PART_TYPE, names))
    database.close()
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.csv"
    path.write_text(WORDS, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(build_program(), [*map(str, arguments)])


def words_in(data: Path) -> list[str]:
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", FixedClock())
    try:
        with database.read() as tx:
            return [value.text for value in mappings.list_values(tx, user_id(database), NameKind.PART_TYPE)]
    finally:
        database.close()


def test_a_mapping_is_taken_and_counted(data: Path, file: Path) -> None:
    result = run("import", "mappings", file, "--user", "webshop", "--data", data)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "words.csv: 8 values of webshop for 9 native names\n"
    assert words_in(data) == ["Boxes", "Cab Body", "Drivetrain", "Engines", "Ghosts", "Power"]


def test_a_dry_run_writes_nothing(data: Path, file: Path) -> None:
    result = run("import", "mappings", file, "--user", "webshop", "--data", data, "--dry-run")

    assert result.exit_code == 0
    assert result.stdout == "dry run: nothing was written\nwords.csv: 8 values of webshop for 9 native names\n"
    assert words_in(data) == []


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_a_wrong_mapping_is_refused_by_line_and_column(data: Path, file: Path, option: list[str]) -> None:
    file.write_text(WORDS.replace(";220;200;", ";22x;999;"), encoding="utf-8")

    result = run("import", "mappings", file, "--user", "webshop", "--data", data, *option)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "refused (invalid_mapping): 1 value is wrong, so the mapping stays as it was",
        "  line 4, column number: '22x' is not a number of at most 15 digits",
    ]
    assert words_in(data) == []


def test_an_unknown_user_is_refused_also_without_a_database(data: Path, file: Path, tmp_path: Path) -> None:
    for folder in (data, tmp_path / "new"):
        result = run("import", "mappings", file, "--user", "nobody", "--data", folder)

        assert result.exit_code == 1
        assert result.stderr == "refused (credential_not_found): there is no inventory credential 'nobody'\n"
    assert not (tmp_path / "new").exists()


def test_coverage_tells_what_matches_nothing_and_what_nothing_maps_to(data: Path, file: Path) -> None:
    run("import", "mappings", file, "--user", "webshop", "--data", data)

    result = run("mappings", "coverage", "--user", "webshop", "--data", data)

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "part_type: 6 values, 2 match nothing; 3 native names, 1 unmapped",
        "  matches nothing: Cab Body",
        "  matches nothing: Ghosts",
        "  unmapped: Hood",
        "make: 1 values, 1 match nothing; 0 native names, 0 unmapped",
        "  matches nothing: Cummins & Eaton",
        "model: 1 values, 1 match nothing; 0 native names, 0 unmapped",
        "  matches nothing: Big Bore",
    ]


def test_coverage_tells_in_json_too_what_was_searched_for_in_vain(data: Path, file: Path) -> None:
    run("import", "mappings", file, "--user", "webshop", "--data", data)
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", FixedClock())
    words = mappings.UnmatchedWords()
    words.add(user_id(database), NameKind.MODEL, "Gizmo", datetime(2026, 3, 2, 12, tzinfo=UTC))
    taken = words.take()
    database.write(TESTER, lambda tx: mappings.note_unmatched(tx, taken))
    database.close()

    lines = run("mappings", "coverage", "--user", "webshop", "--data", data).stdout.splitlines()
    reports = json.loads(run("mappings", "coverage", "--user", "webshop", "--json", "--data", data).stdout)

    assert lines[-1] == "  searched for in vain: Gizmo (once, last 2026-03-02 12:00 UTC)"
    assert reports[2] == {
        "kind": "model",
        "values": 1,
        "matches_nothing": ["Big Bore"],
        "natives": 0,
        "unmapped": [],
        "searched_in_vain": [{"value": "Gizmo", "searches": 1, "last_at": "2026-03-02T12:00:00+00:00"}],
    }
    assert reports[0]["unmapped"] == ["Hood"]


def test_a_plan_tells_what_would_change_and_saves_nothing(data: Path, file: Path) -> None:
    with open_app(Settings(server=ServerSettings(data_dir=data))) as app:
        catch_up(app)

    result = run("mappings", "plan", file, "--user", "webshop", "--data", data)
    planned = json.loads(run("mappings", "plan", file, "--user", "webshop", "--json", "--data", data).stdout)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "words.csv: 8 values of webshop for 9 native names; 8 gained, 0 lost, 0 changed",
        "  part_type gained: Boxes (0 items before, 0 after)",
    ]
    assert (planned["values"], planned["native_names"], len(planned["changes"])) == (8, 9, 8)
    assert planned["changes"][0] == {
        "kind": "part_type",
        "value": "Boxes",
        "change": "gained",
        "items_before": 0,
        "items_after": 0,
    }
    assert words_in(data) == []
