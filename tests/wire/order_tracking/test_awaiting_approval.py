"""A document that its customer has not approved was never given to the dealer's system: it is as good as unknown."""

import pytest

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, Side
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER
from tests.make.sales import decide
from tests.make.tracking import body_with, everything, make_tracked


@pytest.mark.parametrize("status", ["RP", "PA", "PS", "FS", "DL", "PU"])
def test_goods_are_not_handed_over(sqlite_database: Database, clock: FixedClock, status: str) -> None:
    tracked = make_tracked(sqlite_database, clock)
    sqlite_database.write(TESTER, lambda tx: orders.note_approval(tx, tracked.order, Side.CUSTOMER, Approval.PENDING))
    before = everything(sqlite_database)

    answer = tracked.post(body_with({"documentStatus": status}))

    assert (answer.status_code, answer.json()["error"]) == (400, "INVALID_DOCUMENT_NUMBER")
    assert everything(sqlite_database) == before


@pytest.mark.parametrize("status", ["OH", "OR", "EX", "OC"])
def test_what_hands_nothing_over_is_taken(sqlite_database: Database, clock: FixedClock, status: str) -> None:
    tracked = make_tracked(sqlite_database, clock)
    sqlite_database.write(TESTER, lambda tx: orders.note_approval(tx, tracked.order, Side.CUSTOMER, Approval.PENDING))

    assert tracked.post(body_with({"documentStatus": status})).status_code == 204


def test_once_approved_it_ships(sqlite_database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(sqlite_database, clock)
    sqlite_database.write(TESTER, lambda tx: orders.note_approval(tx, tracked.order, Side.CUSTOMER, Approval.PENDING))
    decide(sqlite_database, tracked.order, Side.CUSTOMER, Approval.APPROVED)

    assert tracked.post(body_with()).status_code == 204
