"""Dealers, stores and credentials from the command line: enough to open a counter without the demo."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.cli.serve import prepare
from partscounter.database import migrate
from partscounter.settings import QA_ENVIRONMENTS, environments_of, read_settings


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    migrate.upgrade(f"sqlite:///{tmp_path / 'partscounter.db'}")
    return {"PARTSCOUNTER_SERVER_DATA_DIR": str(tmp_path)}


def run(environment: dict[str, str], *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), list(arguments), env=environment)


def test_opens_a_counter(environment: dict[str, str]) -> None:
    dealer = run(environment, "dealer", "add", "Ours", "--vendor-id", "9", "--dealer-code", "TD09", "--org", "ours")
    store = run(environment, "dealer", "add-store", "9", "1", "--store-id", "main", "--tax-percent", "20")
    made = run(environment, "credential", "add", "cat", "client-9", "--dealer", "9")
    listed = run(environment, "credential", "list")

    assert (dealer.exit_code, dealer.stdout) == (0, "Ours  vendor=9  code=TD09  org=ours\n")
    assert store.exit_code == 0
    name, secret = made.stdout.split()
    assert (made.exit_code, name, len(secret) > 20) == (0, "client-9", True)
    assert listed.stdout == "cat  client-9  enabled  never used\n"


def test_switches_the_choice_of_mails(environment: dict[str, str]) -> None:
    run(environment, "dealer", "add", "Ours", "--vendor-id", "9")

    on = run(environment, "dealer", "set", "9", "--customers-choose-mails").stdout
    listed = run(environment, "dealer", "list").stdout
    off = run(environment, "dealer", "set", "9", "--all-mails-are-sent").stdout
    refused = [run(environment, "dealer", "set", *arguments) for arguments in (["8", "--all-mails-are-sent"], ["9"])]

    assert on == listed == "Ours  vendor=9  customers choose mails\n"
    assert off == run(environment, "dealer", "list").stdout == "Ours  vendor=9\n"
    assert [(each.exit_code, each.stdout) for each in refused] == [(1, ""), (2, "")]


def test_in_qa_a_command_is_about_the_environment_that_it_names(tmp_path: Path) -> None:
    qa = {"PARTSCOUNTER_SERVER_DATA_DIR": str(tmp_path), "PARTSCOUNTER_TRACKING_ENVIRONMENT": "qa"}
    for settings in environments_of(read_settings(qa)).values():
        prepare(settings)

    made = run(qa, "--environment", "qa2parts", "credential", "add", "cat", "theirs")
    listed = {name: run(qa, "--environment", name, "credential", "list").stdout for name in QA_ENVIRONMENTS}
    unnamed = run(qa, "credential", "list")
    unknown = run(qa, "--environment", "qa9parts", "credential", "list")

    assert made.exit_code == 0
    assert listed == {"qa1parts": "", "qa2parts": "cat  theirs  enabled  never used\n", "qa3parts": ""}
    for refused in (unnamed, unknown):
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert all(name in refused.stderr for name in ("--environment", *QA_ENVIRONMENTS))


def test_switches_a_credential_off_and_on_and_gives_it_another_secret(environment: dict[str, str]) -> None:
    first = run(environment, "credential", "add", "ecat", "boss", "--all-dealers", "--admin").stdout.split()[1]

    off = run(environment, "credential", "disable", "ecat", "boss")
    while_off = run(environment, "credential", "list").stdout
    run(environment, "credential", "enable", "ecat", "boss")
    second = run(environment, "credential", "rotate", "ecat", "boss").stdout.split()[1]

    assert (off.exit_code, while_off) == (0, "ecat  boss  disabled  never used\n")
    assert first != second


def test_refuses_what_is_not_there_or_there_already(environment: dict[str, str]) -> None:
    run(environment, "dealer", "add", "Ours", "--vendor-id", "9")

    again = run(environment, "dealer", "add", "Theirs", "--vendor-id", "9")
    nobody = run(environment, "credential", "rotate", "cat", "nobody")
    foreign = run(environment, "credential", "add", "cat", "x", "--dealer", "77")

    assert (again.exit_code, again.stderr) == (1, "refused (name_taken): vendor_id 9 is taken.\n")
    assert (nobody.exit_code, nobody.stderr) == (
        1,
        "refused (credential_not_found): There is no credential nobody for cat.\n",
    )
    assert (foreign.exit_code, foreign.stderr) == (
        1,
        "refused (unknown_dealer): There is no dealer with the vendor id 77.\n",
    )
    assert run(environment, "dealer", "add-store", "9", "1", "--tax-percent", "a lot").exit_code == 2
    assert run(environment, "dealer", "list").stdout == "Ours  vendor=9\n"
    assert run(environment, "credential", "list").stdout == ""


def test_changes_the_options_of_a_known_credential(environment: dict[str, str]) -> None:
    run(environment, "credential", "add", "inventory", "shop", "--option", "format=xml", "--option", "line=motorcycle")

    changed = run(environment, "credential", "options", "inventory", "shop", "format=", "show_suggested=true")
    refused = run(environment, "credential", "options", "inventory", "shop", "line=boats")
    unknown = run(environment, "credential", "options", "ecat", "shop", "line=motorcycle")
    shown = run(environment, "credential", "options", "inventory", "shop")

    assert (changed.exit_code, changed.stdout) == (0, "line=motorcycle\nshow_suggested=true\n")
    assert (refused.exit_code, unknown.exit_code) == (1, 1)
    assert "none of" in refused.stderr
    assert shown.stdout == changed.stdout
