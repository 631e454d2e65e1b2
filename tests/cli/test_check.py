"""`partscounter check`: what it says of books that agree, and of books that do not."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database.engine import open_database
from partscounter.domain.orders import Order
from partscounter.domain.orders.tables import orders
from partscounter.domain.returns.tables import goods_returns
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask

AGREED = "stock: 0 differences\nreturns: 0 differences\n"


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    shutil.copyfile(sqlite_template, tmp_path / "partscounter.db")
    return tmp_path


@pytest.fixture
def order(data: Path, clock: FixedClock) -> Order:
    """Seven units, shipped; somebody wants to send one back."""
    database = open_database(_url(data), clock, enqueue_jobs)
    counter = make_counter(database)
    placed = place(database, draft_order(counter, (stock_item(database, counter), 7)))
    take(database, make_update(placed, "FS", ("7654321", 7)))
    ask(database, placed, 1)
    database.close()
    return placed


def _url(data: Path) -> str:
    return f"sqlite:///{data / 'partscounter.db'}"


def check(data: Path) -> Result:
    return CliRunner().invoke(
        build_program(), ["check", "--rebuild-status"], env={"PARTSCOUNTER_SERVER_DATA_DIR": str(data)}
    )


def test_says_that_all_is_well(data: Path, order: Order) -> None:
    assert order.lines[0].quantity == 7

    result = check(data)

    assert (result.exit_code, result.stdout) == (0, f"{AGREED}history: 0 differences\n")


def test_checks_the_folder_that_it_is_told(data: Path, order: Order, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert order.lines[0].quantity == 7
    elsewhere = {"PARTSCOUNTER_SERVER_DATA_DIR": str(tmp_path_factory.mktemp("elsewhere"))}

    result = CliRunner().invoke(build_program(), ["check", "--rebuild-status", "--data", str(data)], env=elsewhere)

    assert (result.exit_code, result.stdout) == (0, f"{AGREED}history: 0 differences\n")


def test_names_what_the_history_tells_otherwise(data: Path, clock: FixedClock, order: Order) -> None:
    database = open_database(_url(data), clock, enqueue_jobs)
    database.write(TESTER, lambda tx: tx.connection.execute(sa.update(orders).values(vendor_status="rejected")))
    database.write(TESTER, lambda tx: tx.connection.execute(sa.update(goods_returns).values(state="credited")))
    database.close()

    result = check(data)

    assert (result.exit_code, result.stdout.splitlines()) == (
        1,
        [
            *AGREED.splitlines(),
            f"order {order.id} vendor status: rejected stored, approved by its history",
            "return RMA-1: ('credited', [[1, 1, 0, 0]]) stored, ('requested', [[1, 1, 0, 0]]) by its history",
            "history: 2 differences",
        ],
    )
