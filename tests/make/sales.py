"""Sales documents to test with: approvers, decisions, and what the history says of them."""

from decimal import Decimal
from functools import partial

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import approvals, orders, sales
from partscounter.domain.approvals import Approval, ApprovalDecided, Approver, Side
from partscounter.domain.orders import Order
from tests.make.counter import TESTER, Counter


def add_approver(
    database: Database,
    counter: Counter,
    email: str = "boss@customer.example",
    *,
    at_least: str = "500",
    at_most: str | None = "5000",
    language: str = "en",
) -> Approver:
    """Somebody who has to agree to the counter's customer's orders."""
    verb = partial(
        approvals.add_approver,
        customer_id=counter.customer.id,
        name="Bo Boss",
        email=email,
        language=language,
        at_least=Decimal(at_least),
        at_most=None if at_most is None else Decimal(at_most),
    )
    return database.write(TESTER, verb)


def decide(database: Database, order: Order, side: Side, decision: Approval) -> Order:
    """The document once the side has decided."""
    verb = partial(sales.decide, order_id=order.id, side=side, decision=decision, by="Bo Boss", note="as agreed")
    return database.write(TESTER, verb)


def approval_link(database: Database, order: Order, approver: Approver) -> str:
    return database.write(TESTER, lambda tx: sales.sign_approval_link(tx, order, approver))


def order_now(database: Database, order: Order) -> Order:
    """The order as it stands now."""
    with database.read() as tx:
        return orders.get_order(tx, order.id)


def kinds_of(database: Database, order: Order) -> list[str]:
    """The kinds of the events of an order, oldest first."""
    with database.read() as tx:
        return [event.kind for event in events_of(tx, f"order:{order.id}")]


def decisions_of(database: Database, order: Order) -> list[tuple[object, object]]:
    """Side and decision of every decision, oldest first."""
    with database.read() as tx:
        events = events_of(tx, f"order:{order.id}")
    return [(each.data["side"], each.data["decision"]) for each in events if each.kind == ApprovalDecided.kind]
