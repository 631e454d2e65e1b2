"""`partscounter import inventory`: what it prints, how it ends, and what it leaves in the data folder."""

import csv
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.database.migrate import VERSIONS
from partscounter.domain.inventory import Item
from partscounter.kit.clock import FixedClock
from tests.make.feeds import MESSY, stock

TAKEN = """\
stock.csv: 5 items of 2 vendors in 3 stores
  added                   5
  changed                 0
  unchanged               0
  listed                  4
  unlisted                1
  new vendors             2
  new stores              3
  repeated rows           0
"""


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "partscounter.db")
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stock.csv"
    path.write_text(MESSY, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(build_program(), ["import", "inventory", *map(str, arguments)])


def stock_in(data: Path) -> list[Item]:
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", FixedClock())
    try:
        return stock(database)
    finally:
        database.close()


def test_a_feed_is_taken_and_counted(data: Path, file: Path) -> None:
    result = run(file, "--data", data)

    assert (result.exit_code, result.stdout, result.stderr) == (0, TAKEN, "")
    assert len(stock_in(data)) == 5


def test_the_second_time_nothing_changes(data: Path, file: Path) -> None:
    run(file, "--data", data)

    result = run(file, "--data", data)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:4] == [
        "  added                   0",
        "  changed                 0",
        "  unchanged               5",
    ]


def test_a_dry_run_counts_and_writes_nothing(data: Path, file: Path) -> None:
    result = run(file, "--data", data, "--dry-run")

    assert (result.exit_code, result.stdout) == (0, "dry run: nothing was written\n" + TAKEN)
    assert stock_in(data) == []


def test_a_dry_run_makes_no_database(tmp_path: Path, file: Path) -> None:
    result = run(file, "--data", tmp_path / "new", "--dry-run")

    assert (result.exit_code, result.stdout) == (0, "dry run: nothing was written\n" + TAKEN)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not list(VERSIONS.glob("0*.py")), reason="the first migration is not written yet")
def test_a_new_folder_gets_its_tables_first(tmp_path: Path, file: Path) -> None:
    result = run(file, "--data", tmp_path / "new")

    assert (result.exit_code, result.stdout) == (0, TAKEN)
    assert len(stock_in(tmp_path / "new")) == 5


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_a_wrong_feed_is_refused_by_line_and_column(data: Path, file: Path, option: list[str]) -> None:
    file.write_text(MESSY.replace(",150,", ',"12,50",').replace(",2012,", ",12,"), encoding="utf-8")

    result = run(file, "--data", data, *option)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "refused (feed_refused): 2 values are wrong in stock.csv, so nothing of it was taken",
        "  line 2, column price: '12,50' is not an amount",
        f"  line 6, column year: '12' is not a year from 1901 to {result.stderr.rsplit(' ', 1)[1].strip()}",
    ]
    assert stock_in(data) == []


def test_a_mapping_is_used_and_its_columns_are_named(data: Path, file: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('columns = { "Retail" = "price" }\n', encoding="utf-8")
    file.write_text(MESSY.replace("price", "Retail").replace(",150,", ",abc,"), encoding="utf-8")

    result = run(file, "--data", data, "--mapping", mapping)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[1] == "  line 2, column Retail: 'abc' is not an amount"


def test_a_column_that_is_not_known_is_a_warning(data: Path, file: Path) -> None:
    file.write_text(MESSY.replace("observed_at", "[seen]"), encoding="utf-8")

    result = run(file, "--data", data)

    assert (result.exit_code, result.stderr) == (0, "warning: column '[seen]' is passed over\n")


def test_a_name_that_several_unknown_columns_have_is_told_of_once(data: Path, file: Path) -> None:
    file.write_text("".join(f"{line},x,x,,\n" for line in MESSY.splitlines()), encoding="utf-8")

    result = run(file, "--data", data)

    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        ["warning: column 'x' is passed over", "warning: column '' is passed over"],
    )


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (MESSY.replace("part_type", "what"), [["1", "", "there is no column part_type"]]),
        ("\n" + MESSY.replace("part_type", "what"), [["2", "", "there is no column part_type"]]),
        (
            MESSY + '900002,2,1,"',
            [["", "", "stock.csv is not CSV in the row that begins on line 7: unexpected end of data"]],
        ),
        (
            MESSY.replace(",150,", ",abc,") + "900002,2,1,\n" * 1000 + '900002,2,1,"',
            [
                ["2", "price", "'abc' is not an amount"],
                *[[str(line), "", "has 4 cells, the header has 13"] for line in range(7, 1007)],
                ["", "", "stock.csv is not CSV in the row that begins on line 1007: unexpected end of data"],
            ],
        ),
    ],
)
def test_the_error_file_says_why_a_file_was_refused_as_a_whole(
    data: Path, file: Path, tmp_path: Path, text: str, reasons: list[list[str]]
) -> None:
    file.write_text(text, encoding="utf-8")
    errors = tmp_path / "errors.csv"
    errors.write_text("of an earlier import", encoding="utf-8")

    result = run(file, "--data", data, "--errors", errors)

    assert (result.exit_code, stock_in(data)) == (1, [])
    with errors.open(encoding="utf-8-sig", newline="") as written:
        header, *rows = csv.reader(written)
    assert header[-3:] == ["line", "column", "reason"]
    assert [row[-3:] for row in rows] == reasons


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_an_error_file_does_not_take_the_place_of_the_file_that_is_imported(
    data: Path, file: Path, option: list[str]
) -> None:
    result = run(file, "--data", data, "--errors", file, *option)

    assert (result.exit_code, result.stdout) == (2, "")
    assert file.read_text(encoding="utf-8") == MESSY
    assert stock_in(data) == []


def test_an_error_file_in_a_folder_that_is_not_there_is_a_wrong_call(data: Path, file: Path, tmp_path: Path) -> None:
    assert run(file, "--data", data, "--errors", tmp_path / "none" / "errors.csv").exit_code == 2
    assert stock_in(data) == []


def test_a_limit_of_a_replacement_that_is_none_is_a_wrong_call(data: Path, file: Path) -> None:
    assert run(file, "--data", data, "--allow-retire", 30).exit_code == 2
    assert stock_in(data) == []


def test_a_file_that_is_not_there_is_a_wrong_call(data: Path) -> None:
    assert run(data / "none.csv").exit_code == 2
