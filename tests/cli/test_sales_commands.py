"""The commands about sales documents: approvers, decisions, adjustments, cores and returns."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain.approvals import Approval
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.cores import place_with_core
from tests.make.counter import Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.sales import add_approver, order_now


@pytest.fixture
def data(tmp_path: Path, sqlite_template: Path) -> Path:
    shutil.copyfile(sqlite_template, tmp_path / "partscounter.db")
    return tmp_path


@pytest.fixture
def opened(data: Path, clock: FixedClock) -> Iterator[Database]:
    database = open_database(f"sqlite:///{data / 'partscounter.db'}", clock, enqueue_jobs)
    yield database
    database.close()


@pytest.fixture
def counter(opened: Database) -> Counter:
    return make_counter(opened)


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), [*arguments, "--data", str(data)])


def said(data: Path, *arguments: str) -> list[str]:
    result = run(data, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def shipped(opened: Database, order: Order) -> Order:
    take(opened, make_update(order, "FS", ("7654321", order.lines[0].quantity)))
    return order


def test_approvers_are_named_listed_and_forgotten(data: Path, counter: Counter) -> None:
    assert counter.customer.userid == "user-TD00"
    line = "boss@customer.example  Bo Boss  de  from 500.00 to 5000.00"
    add = ("approvers", "add", "user-TD00", "boss@customer.example", "--name", "Bo Boss", "--language", "de")

    assert said(data, *add, "--at-least", "500", "--at-most", "5000") == [line]
    assert run(data, *add).exit_code == 1
    assert run(data, *add, "--at-least", "much").exit_code == 2
    assert said(data, "approvers", "list", "user-TD00") == [line]
    assert said(data, "approvers", "remove", "user-TD00", "boss@customer.example")
    assert said(data, "approvers", "list", "user-TD00") == []


def test_documents_are_listed_and_decided(data: Path, opened: Database, counter: Counter) -> None:
    add_approver(opened, counter)
    item = stock_item(opened, counter)
    order = place(opened, draft_order(counter, (item, 7)))
    line = f"{order.id}  {order.document_number}  2026-03-02  840.00 EUR  vendor approved  customer"

    assert said(data, "sales", "list", "--customer-status", "pending") == [f"{line} pending  open"]
    assert said(data, "sales", "list", "--vendor-status", "pending") == []
    assert said(data, "sales", "ask", order.number) == ["asked: boss@customer.example"]
    assert said(data, "sales", "reject", order.number, "--for", "customer") == [f"{line} rejected  void"]
    assert run(data, "sales", "approve", order.number, "--for", "customer").exit_code == 1
    assert run(data, "sales", "ask", order.number).exit_code == 1
    assert order_now(opened, order).customer_status is Approval.REJECTED
    assert stock_of(opened, item) == (10, 0)


def test_adjustments_are_made_and_taken_off(data: Path, opened: Database, counter: Counter) -> None:
    order = place(opened, draft_order(counter, (None, 7)))

    made = said(data, "sales", "adjust", order.number, "--reason", "late", "--taxable", "Discount", "--amount", "-5.00")
    assert made == ["1  document  Discount  -5.00  tax -1.00  late", "subtotal 700.00  tax 139.00  total 834.00"]
    assert said(data, "sales", "unadjust", order.number, "1", "--reason", "no") == [
        "subtotal 700.00  tax 140.00  total 840.00"
    ]
    assert said(data, "sales", "adjustments", order.number) == ["subtotal 700.00  tax 140.00  total 840.00"]


def test_cores_are_shown_taken_back_and_closed(data: Path, opened: Database, counter: Counter) -> None:
    assert said(data, "cores", "terms", "100", "--days", "30", "--partial-percent", "40") == []
    order = place_with_core(opened, counter, None, units=2, core="50.00")
    after = f"order {order.id} line 1  deposited 100.00  credited 20.00  kept 30.00  outstanding 1: 50.00 EUR"

    assert said(data, "cores", "return", order.number, "1", "partial") == [after]
    assert said(data, "cores", "show", order.number)[-1] == after
    assert said(data, "cores", "owed", "user-TD00") == [after]
    assert said(data, "cores", "close-overdue") == ["0 ledgers closed in part or in full"]
    assert run(data, "cores", "return", order.number, "1", "full", "--units", "2").exit_code == 1


def test_goods_come_back_step_by_step(data: Path, opened: Database, counter: Counter) -> None:
    item = stock_item(opened, counter)
    order = shipped(opened, place(opened, draft_order(counter, (item, 7))))
    line = f"RMA-1  order {order.id}"

    assert said(data, "returns", "terms", "100", "--days", "14", "--restocking-percent", "15") == []
    request = ("returns", "request", order.number, "--line", "1=2")
    assert said(data, *request) == [f"{line}  requested  line 1: 2, restocked 0, scrapped 0"]
    assert run(data, "returns", "credit", "1").exit_code == 1
    assert said(data, "returns", "authorise", "1")
    assert run(data, "returns", "receive", "1", "--restock", "one").exit_code == 2
    assert said(data, "returns", "receive", "1", "--restock", "1=1", "--scrap", "1=1")
    done = f"{line}  credited  line 1: 2, restocked 1, scrapped 1"
    assert said(data, "returns", "credit", "1") == [done]
    assert said(data, "returns", "list", order.number) == [done]
    assert stock_of(opened, item) == (4, 0)
