"""/enduser/templates and /enduser/listall: templates are assigned to the end users of one API user."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from partscounter.cli import build_program
from partscounter.database import WriteTx
from partscounter.demo.templates import create_templates
from partscounter.domain import customer_templates, end_users
from partscounter.domain.customer_templates import TemplatesRefused
from tests.make.access import emitted
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_user

BEA = {"userid": 1, "company": "", "name": "Bea", "email": "bea@customer.example"}


def with_templates(yard: Yard) -> Yard:
    """ "Dealer" in every type, "Fleet" for prices only, and end user 1 of `webshop` has "Dealer"."""

    def put(tx: WriteTx) -> None:
        create_templates(tx)
        fleet = {"pricing": [{"name": "Fleet", "steps": [{"amount_off": "12.50", "price_from": 100}]}]}
        customer_templates.put_templates(tx, customer_templates.check_templates(fleet, "test"))

    yard.app.database.write(TESTER, put)
    make_user(yard.app.database, "lister", options={"may_list_end_users": True}, all_dealers=True)
    make_user(yard.app.database, "west-lister", options={"may_list_end_users": True}, dealer_ids=[yard.west.id])
    return yard


def listed(yard: Yard, user: str = "lister") -> list[dict[str, object]]:
    answer = yard.client(user).get("/enduser/listall?refresh_list=true")
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, object]] = answer.json()
    return rows


def test_tells_which_there_are(yard: Yard) -> None:
    client = with_templates(yard).client()

    head = client.head("/enduser/templates")
    everything = client.get("/enduser/templates").json()

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["x-result"] == '["pricing","availability","quantity"]'
    assert everything == [
        {"template_name": "Dealer", "template_type": "pricing"},
        {"template_name": "Fleet", "template_type": "pricing"},
        {"template_name": "Dealer", "template_type": "availability"},
        {"template_name": "Dealer", "template_type": "quantity"},
    ]
    assert client.get("/enduser/templates/pricing").json() == everything[:2]
    assert client.get("/enduser/templates/all").json() == everything


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("pricing", 200, '["pricing"]'),
        ("all", 200, '["pricing","availability","quantity"]'),
        ("colour", 404, None),
    ],
)
def test_a_head_of_one_type_tells_it_too(sqlite_yard: Yard, path: str, status: int, told: str | None) -> None:
    head = sqlite_yard.client().head(f"/enduser/templates/{path}")

    assert (head.status_code, head.content, head.headers.get("x-result")) == (status, b"", told)


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_assigns_and_removes_as_printed(yard: Yard, method: str) -> None:
    client = with_templates(yard).client("lister")

    assigned = client.request(method, "/enduser/templates/all?userid=1&template=Dealer")
    assert (assigned.status_code, assigned.json()) == (200, {"success": True})
    assert listed(yard) == [BEA | {"templatename": "Dealer"}]

    client.request(method, "/enduser/templates/pricing?userid=1&template=Fleet")
    client.request(method, "/enduser/templates/pricing?userid=00X&template=Fleet")
    stranger = {"userid": "00X", "company": "", "name": "", "email": "", "templatename": "Fleet"}
    assert listed(yard) == [stranger, BEA | {"templatename": "Fleet"}, BEA | {"templatename": "Dealer"}]

    removed = client.delete("/enduser/templates/all?userid=1")
    again = client.delete("/enduser/templates/all?userid=1")
    assert (removed.status_code, removed.json()) == (again.status_code, again.json()) == (200, {"success": True})
    assert listed(yard) == [stranger]
    assert [kind for kind, _, _ in emitted(yard.app.database)][-3:] == ["template.removed"] * 3


def test_each_api_user_has_end_users_of_its_own(sqlite_yard: Yard) -> None:
    yard = with_templates(sqlite_yard)
    yard.client("lister").put("/enduser/templates/pricing?userid=1&template=Fleet")
    yard.client("west-lister").put("/enduser/templates/quantity?userid=1&template=Dealer")
    yard.client("webshop").delete("/enduser/templates/all?userid=1")

    assert listed(yard) == [BEA | {"templatename": "Fleet"}]
    unseen = {"userid": 1, "company": "", "name": "", "email": "", "templatename": "Dealer"}
    assert listed(yard, "west-lister") == [unseen]


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("PUT", "pricing?userid=1", 400, "template is required"),
        ("POST", "pricing", 400, "userid is required; template is required"),
        ("DELETE", "pricing", 400, "userid is required"),
        ("PUT", f"pricing?template=Dealer&userid={'1' * 201}", 400, "userid must have at most 200 characters"),
        ("PUT", "pricing?userid=1&template=Nobody", 404, "There is no such pricing template."),
        ("PUT", "all?userid=1&template=Fleet", 404, "There is no such availability template."),
        ("PUT", "colour?userid=1&template=Dealer", 404, "There is no such template type."),
        ("DELETE", "colour?userid=1", 404, "There is no such template type."),
        ("GET", "colour", 404, "There is no such template type."),
    ],
)
def test_refuses_and_changes_nothing(sqlite_yard: Yard, method: str, path: str, status: int, message: str) -> None:
    yard = with_templates(sqlite_yard)
    before = emitted(yard.app.database)

    answer = yard.client("lister").request(method, f"/enduser/templates/{path}")

    assert (answer.status_code, answer.json()["error"]["message"]) == (status, message)
    assert listed(yard) == []
    assert emitted(yard.app.database) == before


def test_only_users_who_may_list(sqlite_yard: Yard) -> None:
    answer = with_templates(sqlite_yard).client().get("/enduser/listall")

    assert answer.status_code == 403
    assert answer.json() == {"error": {"code": "FORBIDDEN", "message": "You may not list end users."}}
    assert sqlite_yard.client("lister").get("/enduser/listall?refresh_list=maybe").status_code == 400


def test_the_command_takes_a_file_in_once(tmp_path: Path) -> None:
    file = tmp_path / "templates.toml"
    file.write_text('[[quantity]]\nname = "Dealer"\n[[quantity.steps]]\ncategory = "NEW"\ncap = 5\n')
    call = ["import", "templates", str(file), "--data", str(tmp_path / "data")]

    first = CliRunner().invoke(build_program(), call)
    second = CliRunner().invoke(build_program(), call)

    assert (first.exit_code, first.stdout) == (0, "templates.toml: 1 templates, 1 new or changed\n"), first.output
    assert (second.exit_code, second.stdout) == (0, "templates.toml: 1 templates, 0 new or changed\n")


def test_everything_wrong_in_a_file_is_named() -> None:
    step = {"percent_off": 101, "amount_off": 1.5, "cap": 1, "vendor": 7}
    tables = {
        "colour": [],
        "pricing": [{"name": "A", "steps": [step], "rounding": 0}],
        "availability": [{"name": "", "steps": []}],
        "quantity": [{"name": "Q", "steps": [{"cap": -1}]}, {"name": "Q", "steps": [{"category": "NEW"}]}],
    }

    with pytest.raises(TemplatesRefused) as refused:
        customer_templates.check_templates(tables, "it")

    assert [each.field for each in refused.value.violations] == [
        "colour",
        "pricing[0].rounding",
        "pricing[0].steps[0].cap",
        "pricing[0].steps[0].percent_off",
        "pricing[0].steps[0].vendor",
        "pricing[0].steps[0].amount_off",
        "availability[0].name",
        "availability[0].steps",
        "quantity[0].steps[0].cap",
        "quantity[1].steps[0]",
        "quantity[1].name",
    ]


def test_a_refresh_assigns_by_rules_before_it_lists(yard: Yard) -> None:
    with_templates(yard)
    rules = end_users.check_rules({"rules": [{"name": "all", "template": "Fleet"}]}, "test")
    yard.app.database.write(TESTER, lambda tx: end_users.put_rules(tx, rules))

    assert yard.client("lister").get("/enduser/listall").json() == []
    assert listed(yard) == [BEA | {"templatename": "Fleet"}]
    assert listed(yard, "west-lister") == []
    before = emitted(yard.app.database)
    assert listed(yard) == [BEA | {"templatename": "Fleet"}]
    assert emitted(yard.app.database) == before
