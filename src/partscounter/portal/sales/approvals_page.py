"""`/portal/sales`: documents that wait for somebody's consent, who was asked, and deciding in place."""

from dataclasses import dataclass

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.database.log import events_of
from partscounter.domain import approvals, customers, notifications, orders, sales
from partscounter.domain.approvals import Approval, ApprovalWanted, Approver, Side
from partscounter.domain.notifications import Explanation
from partscounter.domain.orders import Order, queue
from partscounter.domain.orders.queue import QueueFilter, Work
from partscounter.domain.sales import AlreadyDecided, NothingToDecide
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.portal.orders.view_row import standing_of, view_row
from partscounter.subscriptions import SEND_MAIL
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit, go_to

ROWS = 50
_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """One approver who was asked, and what became of the mail with the link."""

    approver: Approver | None
    """None where the approver was removed since: the link is dead then."""
    mail: Explanation


class ApprovalsPage:
    """The list, and the page of one document."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        account, after = visit.signed_in, number_of(visit.query.first("after") or "")
        wanted = QueueFilter(dealers=account.dealers_seen, work=Work.APPROVAL)
        with self._desk.desk.app.database.read() as tx:
            found = queue.list_queue(tx, wanted, after=after, oldest_first=True, limit=ROWS + 1)
            buyers = customers.load_customers(tx, {order.customer_id for order in found if order.customer_id})
            rows = [view_row(order, buyers, tx.now) for order in found[:ROWS]]
        next_page = f"/portal/sales?after={found[ROWS - 1].id}" if len(found) > ROWS else ""
        return self._desk.show(visit, "sales/approvals.html", rows=rows, after=after, next_page=next_page)

    def ask(self, visit: Visit) -> Response:
        return self._show(visit)

    def decide(self, visit: Visit) -> Response:
        """For the dealer, or as the customer has said by other means; the note says which."""
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        side, decision, note = visit.field("side"), visit.field("decision"), visit.field("note")[:_LONGEST_NOTE]
        if side not in set(Side) or decision not in {Approval.APPROVED.value, Approval.REJECTED.value}:
            return self._show(visit, 422, problem="Please say what was decided.")
        if side == Side.CUSTOMER and not note:
            return self._show(visit, 422, problem="Please say who decided for the customer, and how you know.")
        by = visit.signed_in.name
        try:
            self._desk.desk.app.database.write(
                actor_with_form(visit),
                lambda tx: sales.decide(tx, order.id, Side(side), Approval(decision), by=by, note=note),
            )
        except (AlreadyDecided, NothingToDecide) as refused:
            return self._show(visit, 409, problem=refused.message)
        return go_to(f"/portal/orders/{order.id}?done=decision")

    def _show(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            asked = _asked(tx, order)
            customer = customers.get_customer(tx, order.customer_id)
            is_over = sales.is_over(orders.get_order(tx, order.id))
        return self._desk.show(
            visit,
            "sales/approval.html",
            status,
            order=order,
            customer=customer,
            standing=standing_of(order),
            asked=asked,
            is_over=is_over,
            problem=problem,
            note=visit.field("note"),
        )


def _asked(tx: ReadTx, order: Order) -> list[Asked]:
    events = events_of(tx, f"order:{order.id}")
    mails = notifications.explain_order(tx, order, mail_job=SEND_MAIL)
    found = []
    for event, mail in zip(events, mails, strict=True):
        approver_id = event.data.get("approver")
        if event.kind == ApprovalWanted.kind and isinstance(approver_id, int):
            found.append(Asked(approvals.find_approver(tx, approver_id), mail))
    return found
