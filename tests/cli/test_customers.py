"""`partscounter import customers`, `import template-rules` and `customers preview`."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.demo.templates import create_templates
from partscounter.domain import customer_templates
from partscounter.domain.customer_templates import TemplateType
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER
from tests.make.yard import make_yard

RULES = '[[rules]]\nname = "all"\ntemplate = "Dealer"\n[[dealer_defaults]]\nvendor = "7002"\ntemplate = "Dealer"\n'
CUSTOMERS = "BillToCode,BillToName,TerritoryCodes\n188,Golden Apple,13\n6385,Bea Ltd.,\n"


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    """A data folder with a yard and the demo's templates; end user 1 of `webshop` has quantities and prices."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "partscounter.db")
    database = open_database(f"sqlite:///{folder / 'partscounter.db'}", FixedClock(), enqueue_jobs)
    make_yard(database, FixedClock(), folder)
    database.write(TESTER, create_templates)
    with database.read() as tx:
        (assigned, *_) = customer_templates.list_assignments(tx, 1)
    assert assigned.type is TemplateType.PRICING
    database.close()
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(build_program(), [*map(str, arguments)])


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_preview_tells_what_is_paid_and_hidden_and_by_which_step(data: Path) -> None:
    result = run("customers", "preview", "--user", "1", "--api-user", "webshop", "--data", data)
    found = run("customers", "preview", "--user", "2", "--api-user", "webshop", "--search", "ISX15", "--data", data)

    assert (result.exit_code, result.stderr) == (0, ""), result.output
    assert result.stdout.splitlines() == [
        "end user 1 of webshop: Bea",
        "  pricing: Dealer (assigned by the API user)",
        "  availability: Dealer (assigned by the API user)",
        "  quantity: Dealer (assigned by the API user)",
        "7001/1/6  Cab Body KENWORTH W900  500.00 -> 450.00 (Dealer, step 1)  1 shown (Dealer, step 1)",
        (
            "7001/1/4  Transmission Assembly FULLER RTLO-18913A  3000.00 -> 2700.00 (Dealer, step 1)  "
            "5 shown (Dealer, step 1)"
        ),
        "7001/2/2  Engine Assembly CUMMINS ISX  9000.00 -> 8100.00 (Dealer, step 1)  1 shown (Dealer, step 1)",
        "7002/1/1  Engine Assembly CUMMINS ISX  11000.00 -> 9900.00 (Dealer, step 1)  1 shown (Dealer, step 1)",
        "7001/1/003896  Engine Assembly PETERBILT 579  12500.00 -> 11250.00 (Dealer, step 1)  1 shown (Dealer, step 1)",
        "7001/1/5  Axle Assembly MERITOR/ROCKWELL DT 466E  hidden (Dealer, step 1)",
        "6 of 6 items, 1 of them hidden",
    ]
    assert found.stdout.splitlines() == [
        "end user 2 of webshop: no known customer",
        "  pricing: none of their own",
        "  availability: none of their own",
        "  quantity: none of their own",
        "7001/1/003896  Engine Assembly PETERBILT 579  12500.00  1 shown",
        "1 of 1 items, 0 of them hidden",
    ]


def test_customers_and_rules_are_taken_once(data: Path, tmp_path: Path) -> None:
    rules, file = written(tmp_path, "rules.toml", RULES), written(tmp_path, "customers.csv", CUSTOMERS)
    call = ("import", "customers", file, "--vendor", "7001", "--data", data)

    assert run(*call, "--dry-run").stdout == (
        "dry run: nothing was written\ncustomers.csv: 1 added, 1 changed, 0 as before\n"
    )
    assert run(*call).stdout == "customers.csv: 1 added, 1 changed, 0 as before\n"
    assert run(*call).stdout == "customers.csv: 0 added, 0 changed, 2 as before\n"
    assert run("import", "template-rules", rules, "--data", data).stdout == (
        "rules.toml: 1 rules, 1 defaults of dealers, changed\n"
    )
    assert run("import", "template-rules", rules, "--data", data).stdout == (
        "rules.toml: 1 rules, 1 defaults of dealers, as before\n"
    )


def test_what_is_refused_says_why(data: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "customers.csv", CUSTOMERS)

    stranger = run("import", "customers", file, "--vendor", "1", "--data", data)
    nowhere = run("import", "customers", file, "--vendor", "7001", "--data", tmp_path / "none")
    unknown = run("customers", "preview", "--user", "1", "--api-user", "nobody", "--data", data)

    assert (stranger.exit_code, nowhere.exit_code, unknown.exit_code) == (1, 1, 1)
    assert "line 2, column vendor_id: there is no vendor '1'" in stranger.stderr
    assert "refused (customers_refused)" in nowhere.stderr
    assert not (tmp_path / "none").exists()
    assert "there is no inventory credential 'nobody'" in unknown.stderr
