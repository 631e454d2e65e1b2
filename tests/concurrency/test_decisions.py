"""Decisions on one document at the same moment: one counts."""

import threading
from concurrent.futures import ThreadPoolExecutor

from partscounter.database import Database
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.sales import AlreadyDecided
from tests.make.counter import draft_order, make_counter, place, stock_item, stock_of
from tests.make.sales import add_approver, decide, decisions_of, order_now


def decide_together(database: Database, decisions: list[Approval]) -> tuple[list[Approval], int, tuple[int, int]]:
    """Decisions in the history, how many were refused, and the stock afterwards."""
    counter = make_counter(database)
    item = stock_item(database, counter)
    add_approver(database, counter)
    order = place(database, draft_order(counter, (item, 7)))
    together = threading.Barrier(len(decisions))

    def say(decision: Approval) -> bool:
        together.wait(timeout=30)
        try:
            decide(database, order, Side.CUSTOMER, decision)
        except AlreadyDecided:
            return False
        return True

    with ThreadPoolExecutor(len(decisions)) as pool:
        refused = list(pool.map(say, decisions)).count(False)
    known = [Approval(str(decision)) for _, decision in decisions_of(database, order)]
    assert known == [order_now(database, order).customer_status]
    return known, refused, stock_of(database, item)


def test_two_approvals_at_once_are_one(database: Database) -> None:
    assert decide_together(database, [Approval.APPROVED] * 8) == ([Approval.APPROVED], 0, (10, 7))


def test_of_approval_and_rejection_at_once_one_counts(database: Database) -> None:
    (known,), refused, stock = decide_together(database, [Approval.APPROVED, Approval.REJECTED] * 4)

    assert refused == 4
    assert stock == ((10, 7) if known is Approval.APPROVED else (10, 0))
