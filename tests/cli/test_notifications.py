"""`partscounter notifications` and `partscounter jobs`: what operators read, and how a wrong question ends."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from partscounter import jobs
from partscounter.cli import build_program
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item


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
def order(opened: Database) -> Order:
    counter = make_counter(opened, customers_choose=True)
    return place(opened, draft_order(counter, (stock_item(opened, counter), 3)))


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(build_program(), [*arguments, "--data", str(data)])


def test_why_says_what_became_of_each_event(data: Path, opened: Database, order: Order, clock: FixedClock) -> None:
    build_worker(make_app(opened, clock), render_push).run_due()
    moment = f"{clock.now():%Y-%m-%d %H:%M:%S} UTC"

    result = run(data, "notifications", "why", order.number, "--dealer", "TD00")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"order {order.number}, document {order.document_number}, id {order.id}",
        f"{moment}  order placed, to buyer@customer.example",
        f"  Mailed at {moment}: Confirmations and cancellations are always sent.",
    ]


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["why", "nothing"], "refused (unknown_order): There is no order nothing.\n"),
        (["why", "1", "--dealer", "TD09"], "refused (unknown_dealer): There is no dealer TD09.\n"),
        (["preview", "TD09", "X", "DL"], "refused (unknown_dealer): There is no dealer TD09.\n"),
        (["preview", "TD00", "X", "DL"], "refused (unknown_document): There is no document X.\n"),
        (
            ["preview", "TD00", "X", "DL", "--part", "a=0"],
            "refused (invalid): The parts cannot be read.\n  --part: must be PART=QUANTITY, such as 1R-1808=2\n",
        ),
    ],
)
def test_a_wrong_question_is_refused(data: Path, order: Order, arguments: list[str], refusal: str) -> None:
    result = run(data, "notifications", *arguments)

    assert order
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", refusal)


def test_preview_prints_the_mail_and_sends_nothing(data: Path, order: Order) -> None:
    result = run(data, "notifications", "preview", "TD00", order.document_number, "PS", "--part", "7654321=2")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "would be sent: The customer has not switched off partially_shipped mails.\n"
        "To: buyer@customer.example\n"
        f"Subject: Your order is partially shipped: {order.number}\n"
        "\n"
        "Your order is partially shipped\n"
        "\n"
        f"Dealer TD00 writes about your order {order.number}.\n"
        "\n"
        "    2 x 7654321  Oil Filter\n"
    )


def test_an_unknown_status_is_a_wrong_call(data: Path, order: Order) -> None:
    assert run(data, "notifications", "preview", "TD00", order.document_number, "XX").exit_code == 2


def test_parked_jobs_are_listed_and_run_again(data: Path, opened: Database, order: Order) -> None:
    claim = partial(jobs.claim, kinds=["send_mail"], worker="w", lease=timedelta(minutes=1), limit=1)
    (job,) = opened.write(TESTER, claim)
    none = run(data, "jobs", "parked")
    too_soon = run(data, "jobs", "replay", str(job.id))
    opened.write(TESTER, partial(jobs.park, job=job, error="OSError: no route"))

    listed = run(data, "jobs", "parked")
    replayed = run(data, "jobs", "replay", str(job.id))

    assert order
    assert none.stdout == "0 parked\n"
    assert (too_soon.exit_code, too_soon.stderr) == (1, f"refused (job_not_over): job {job.id} has not ended yet\n")
    assert listed.stdout.splitlines() == [
        f"job {job.id}  {job.key}  1 tries since {job.due_since:%Y-%m-%d %H:%M:%S} UTC",
        "  OSError: no route",
        "1 parked",
    ]
    assert (replayed.exit_code, replayed.stdout) == (0, f"job {job.id} is ready again\n")
    with opened.read() as tx:
        assert jobs.parked(tx) == []
    assert run(data, "jobs", "replay", "999").stderr == "refused (job_not_found): there is no job 999\n"
