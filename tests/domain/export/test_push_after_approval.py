"""An order that waits for its customer's approver is pushed once it is approved, and never if it is rejected."""

import pytest

from partscounter.database import Database
from partscounter.domain.approvals import Approval, Side
from partscounter.subscriptions import PUSH_ORDER
from tests.make.counter import draft_order, make_counter, place
from tests.make.jobs import all_jobs
from tests.make.push import aim
from tests.make.sales import add_approver, decide


def pushes(database: Database) -> list[object]:
    return [job.payload["order"] for job in all_jobs(database) if job.kind == PUSH_ORDER]


@pytest.mark.parametrize(("decision", "pushed"), [(Approval.APPROVED, 1), (Approval.REJECTED, 0)])
def test_only_what_was_approved_is_pushed(database: Database, decision: Approval, pushed: int) -> None:
    counter = make_counter(database)
    aim(database, counter, "https://dealer.example/orders")
    add_approver(database, counter)
    order = place(database, draft_order(counter, (None, 7)))
    assert pushes(database) == []

    decide(database, order, Side.CUSTOMER, decision)

    assert pushes(database) == [order.id] * pushed


def test_what_waits_for_nobody_is_pushed_at_once(database: Database) -> None:
    counter = make_counter(database)
    aim(database, counter, "https://dealer.example/orders")

    order = place(database, draft_order(counter, (None, 7)))

    assert pushes(database) == [order.id]
