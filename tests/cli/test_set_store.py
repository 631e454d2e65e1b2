"""`partscounter dealer set-store`: a store's terms of parts orders, from the next request on."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import dealers, orders
from partscounter.domain.orders import Move, Stage
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER, make_counter
from tests.make.parts_orders import get_token, open_sample, printed_order


@pytest.fixture
def opened(tmp_path: Path, sqlite_template: Path, clock: FixedClock) -> Iterator[Database]:
    shutil.copyfile(sqlite_template, tmp_path / "partscounter.db")
    database = open_database(f"sqlite:///{tmp_path / 'partscounter.db'}", clock, enqueue_jobs)
    yield database
    database.close()


def set_store(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), ["dealer", "set-store", *arguments, "--data", str(folder)])


def test_changes_what_is_named_and_leaves_the_rest(tmp_path: Path, opened: Database) -> None:
    counter = make_counter(opened, requires_order_reference=True)

    said = [
        set_store(tmp_path, "100", "1", *options.split()).stdout
        for options in ("--asynchronous --retention-days 30", "--no-require-reference", "--retention-days 0")
    ]

    assert said == [
        "store 1  asynchronous  orderReference required  fulfilled orders readable for 30 days\n",
        "store 1  asynchronous  orderReference optional  fulfilled orders readable for 30 days\n",
        "store 1  asynchronous  orderReference optional  fulfilled orders readable for ever\n",
    ]
    with opened.read() as tx:
        store = dealers.get_store(tx, counter.store.id)
    assert (store.takes_orders_asynchronously, store.requires_order_reference, store.retention_days) == (
        True,
        False,
        None,
    )
    assert (store.currency, store.tax_rate, store.store_id) == (counter.store.currency, counter.store.tax_rate, "main")


@pytest.mark.parametrize(
    ("arguments", "code"), [(["100", "9"], 1), (["9", "1"], 1), (["100", "1", "--retention-days", "-1"], 2)]
)
def test_refuses(tmp_path: Path, opened: Database, arguments: list[str], code: int) -> None:
    counter = make_counter(opened, retention_days=7)

    result = set_store(tmp_path, *arguments)

    assert (result.exit_code, result.stdout) == (code, "")
    with opened.read() as tx:
        assert dealers.get_store(tx, counter.store.id) == counter.store


def test_an_order_past_the_new_retention_is_gone(tmp_path: Path, opened: Database, clock: FixedClock) -> None:
    sample = open_sample(opened, clock)
    opened.write(TESTER, lambda tx: tx.connection.exec_driver_sql("UPDATE dealers SET vendor_id = '100'"))
    placed = sample.post(printed_order())
    order_id, address = placed.json()["partsOrderId"], placed.headers["location"]
    shipped = {1: [Move(Stage.RESERVED, Stage.IN_TRANSIT, 10)]}
    opened.write(TESTER, lambda tx: orders.move_units(tx, orders.lock_order(tx, order_id), shipped))
    clock.advance(timedelta(days=31))
    token = {"Authorization": f"Bearer {get_token(sample.http)}"}

    before = sample.http.get(address, headers=token).status_code
    changed = set_store(tmp_path, "100", "1", "--retention-days", "30")
    after = sample.http.get(address, headers=token).status_code

    assert (before, changed.exit_code, after) == (200, 0, 404)
