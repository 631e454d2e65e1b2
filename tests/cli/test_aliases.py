"""`partscounter aliases` and `partscounter import aliases`: what they print and what they leave."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(build_program(), [*map(str, arguments)])


def lines(data: Path) -> list[str]:
    return run("aliases", "list", "--data", data).stdout.splitlines()


def test_a_new_counter_has_those_that_ship(data: Path) -> None:
    assert {"make: Cat = Caterpillar", "part_type: DPF = DPF (Diesel Particulate Filter)"} <= set(lines(data))
    makes = run("aliases", "list", "--kind", "make", "--data", data).stdout.splitlines()
    assert {line.partition(":")[0] for line in makes} == {"make"}


def test_one_is_added_and_removed(data: Path) -> None:
    added = run("aliases", "add", "make", "Binder", "International", "--data", data)
    assert (added.exit_code, added.stdout) == (0, "make: Binder = International\n")
    assert "make: Binder = International  (yours)" in lines(data)

    removed = run("aliases", "remove", "make", "BINDER", "--data", data)
    assert (removed.exit_code, removed.stdout) == (0, "make: Binder stands for International no longer\n")
    assert not [line for line in lines(data) if "Binder" in line]


def test_one_that_ships_stays_removed(data: Path) -> None:
    run("aliases", "remove", "make", "cat", "--data", data)

    assert "make: Cat = Caterpillar" not in lines(data)


def test_what_makes_no_sense_is_refused_with_a_sentence(data: Path) -> None:
    circle = run("aliases", "add", "make", "Caterpillar", "Cat", "--data", data)
    unknown = run("aliases", "remove", "make", "Nobody", "--data", data)

    assert (circle.exit_code, unknown.exit_code) == (1, 1)
    assert circle.stderr.splitlines() == [
        "refused (invalid_aliases): 1 alias is wrong, so nothing was changed",
        "  name: 'Caterpillar' and 'Cat' would stand for each other",
    ]
    assert unknown.stderr == "refused (unknown_alias): there is no alias 'Nobody' for a make\n"


def test_a_file_is_taken_whole_and_a_dry_run_says_the_same(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("kind;alias;name\nmake;Binder;International\nmake;cat;CATERPILLAR\n", encoding="utf-8")
    before = lines(data)

    dry = run("import", "aliases", file, "--dry-run", "--data", data)
    assert dry.stdout == "dry run: nothing was written\nmore.csv: 2 aliases, 1 new or changed\n"
    assert lines(data) == before

    taken = run("import", "aliases", file, "--data", data)
    assert taken.stdout == "more.csv: 2 aliases, 1 new or changed\n"
    assert len(lines(data)) == len(before) + 1


def test_a_dry_run_makes_no_database(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("kind,alias,name\nmake,Binder,International\nmake,cat,CATERPILLAR\n", encoding="utf-8")

    dry = run("import", "aliases", file, "--dry-run", "--data", data)

    assert dry.stdout == "dry run: nothing was written\nmore.csv: 2 aliases, 1 new or changed\n"
    assert not data.exists()


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_a_wrong_file_is_refused_by_line_and_column(data: Path, tmp_path: Path, option: list[str]) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("kind,alias,name\nmake,Binder,IH\nmodel,--,x\n", encoding="utf-8")
    before = lines(data)

    result = run("import", "aliases", file, "--data", data, *option)

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "refused (invalid_aliases): 1 alias is wrong, so nothing was changed",
        "  line 3, column alias: needs a letter a to z or a digit",
    ]
    assert lines(data) == before


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_wrong_rows_stand_in_the_error_file_as_they_came(data: Path, tmp_path: Path, option: list[str]) -> None:
    file, errors = tmp_path / "wrong.csv", tmp_path / "errors.csv"
    file.write_text("kind,alias,name\nmake,Binder,IH\nmodel, --,x\n", encoding="utf-8")

    run("import", "aliases", file, "--data", data, "--errors", errors, *option)

    assert errors.read_text(encoding="utf-8-sig").splitlines() == [
        "kind,alias,name,line,column,reason",
        "model, --,x,3,alias,needs a letter a to z or a digit",
    ]


def test_every_wrong_row_is_named_in_the_order_of_the_file(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(
        "kind,alias,name\nmodel,--,x\ncolour,Red,Rot\nmake,Binder\nmake,IH,International\n", encoding="utf-8"
    )
    before = lines(data)

    result = run("import", "aliases", file, "--data", data)

    assert (result.exit_code, lines(data)) == (1, before)
    assert result.stderr.splitlines() == [
        "refused (invalid_aliases): 3 aliases are wrong, so nothing was changed",
        "  line 2, column alias: needs a letter a to z or a digit",
        "  line 3, column kind: 'colour' is none of part_type, make, model",
        "  line 4: has 2 cells, the header has 3",
    ]


def test_rows_of_an_unknown_kind_are_named(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("kind,alias,name\ncategory,U,USED\n", encoding="utf-8")

    result = run("import", "aliases", file, "--data", data)

    assert result.exit_code == 1
    assert "line 2, column kind: 'category' is none of part_type, make, model" in result.stderr
