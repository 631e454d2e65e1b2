"""The shell of the command line: version, settings, and how refusals and wrong calls end."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from partscounter.cli import build_program
from partscounter.kit.refusal import Invalid, NotFound, Violation


def program_with(command: Callable[[], None]) -> typer.Typer:
    program = build_program()
    program.command("planted")(command)
    return program


def test_version_prints_the_version_of_the_distribution() -> None:
    result = CliRunner().invoke(build_program(), ["--version"])

    assert (result.exit_code, result.stdout) == (0, f"partscounter {version('partscounter')}\n")


def test_the_module_is_the_command() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "partscounter", "--version"], capture_output=True, text=True, check=True
    )

    assert finished.stdout == f"partscounter {version('partscounter')}\n"


def test_settings_shows_what_is_in_effect_with_secrets_masked(tmp_path: Path) -> None:
    file = tmp_path / "partscounter.toml"
    file.write_text("[server]\nport = 9000\n")
    url = "postgresql://parts:hush@db.example/parts"

    result = CliRunner().invoke(
        build_program(), ["--config", str(file), "settings"], env={"PARTSCOUNTER_DATABASE_URL": url}
    )

    shown = dict(line.split("=", 1) for line in result.stdout.splitlines())
    assert result.exit_code == 0
    assert shown["PARTSCOUNTER_SERVER_PORT"] == "9000"
    assert shown["PARTSCOUNTER_DATABASE_URL"] == "********"
    assert "hush" not in result.output


def test_the_table_needs_no_settings_to_be_right() -> None:
    result = CliRunner().invoke(build_program(), ["settings", "--table"], env={"PARTSCOUNTER_SERVER_PORT": "none"})

    assert result.exit_code == 0
    assert result.stdout.startswith("| environment | file | default | unit | meaning |\n")


def test_refused_settings_are_listed_and_end_with_one() -> None:
    result = CliRunner().invoke(
        build_program(),
        ["settings"],
        env={"PARTSCOUNTER_SERVER_PORT": "none", "PARTSCOUNTER_LOGGING_FORMAT": "[red]xml"},
    )

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "refused: these settings are not right",
        "  PARTSCOUNTER_SERVER_PORT must be a whole number from 0 to 65535 (TCP port)",
        "  PARTSCOUNTER_LOGGING_FORMAT must be one of json, console",
    ]


def test_a_refusal_of_any_command_is_shown_and_ends_with_one() -> None:
    def refuse() -> None:
        raise NotFound("there is no dealer [TD09]")

    result = CliRunner().invoke(program_with(refuse), ["planted"])

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "refused (not_found): there is no dealer [TD09]\n"


def test_a_refusal_lists_every_wrong_field() -> None:
    def refuse() -> None:
        raise Invalid("the order is wrong", (Violation("parts[0].quantity", "must be at least 1"),))

    result = CliRunner().invoke(program_with(refuse), ["planted"])

    assert result.stderr.splitlines() == [
        "refused (invalid): the order is wrong",
        "  parts[0].quantity: must be at least 1",
    ]


def test_a_bug_is_not_a_refusal() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(program_with(fail), ["planted"], catch_exceptions=False)


@pytest.mark.parametrize("arguments", [["unknown"], ["--unknown"], ["settings", "--unknown"]])
def test_a_wrong_call_ends_with_two(arguments: list[str]) -> None:
    assert CliRunner().invoke(build_program(), arguments).exit_code == 2


@pytest.mark.parametrize("command", [["check"], ["demo"], ["import", "stores", os.devnull]])
def test_a_data_folder_that_cannot_be_one_is_a_refusal(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "file").write_text("in the way")

    result = CliRunner().invoke(build_program(), [*command, "--data", str(tmp_path / "file" / "data")])

    assert (result.exit_code, result.stdout) == (1, "")
    assert "refused: these settings are not right" in result.stderr
    assert f"server.data_dir '{tmp_path / 'file' / 'data'}' cannot be a folder: Not a directory" in result.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
