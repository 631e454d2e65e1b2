"""Deciding by a link out of a mail: whoever holds it is the approver whom it was sent to."""

from dataclasses import dataclass

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import access, approvals, dealers, orders
from partscounter.domain.approvals import Approval, Approver, Side
from partscounter.domain.dealers import Dealer
from partscounter.domain.orders import Order
from partscounter.domain.sales.decide import decide, is_over
from partscounter.domain.sales.errors import UnknownApprovalLink

_PURPOSE = "approval"


@dataclass(frozen=True, slots=True)
class AskedApproval:
    """What an approver is asked."""

    order: Order
    dealer: Dealer
    approver: Approver

    @property
    def is_open(self) -> bool:
        """Whether a decision is still wanted."""
        return self.order.customer_status is Approval.PENDING and not is_over(self.order)


def sign_approval_link(tx: WriteTx, order: Order, approver: Approver) -> str:
    """The last part of the address at which `approver` decides on `order`."""
    return access.sign_link(tx, _PURPOSE, f"{order.id}.{approver.id}")


def get_asked_approval(tx: ReadTx, link: str) -> AskedApproval:
    """What the holder of a link may see. Refuses with UnknownApprovalLink, also once the approver was removed."""
    subject = access.read_link(tx, _PURPOSE, link)
    if subject is None:
        raise UnknownApprovalLink("This link is not known here.")
    order_id, approver_id = (int(number) for number in subject.split("."))
    order, approver = orders.get_order(tx, order_id), approvals.find_approver(tx, approver_id)
    if approver is None or approver.customer_id != order.customer_id:
        raise UnknownApprovalLink("This link is of somebody who may not decide any more.")
    return AskedApproval(order, dealers.get_dealer(tx, order.dealer_id), approver)


def decide_by_link(tx: WriteTx, link: str, decision: Approval, note: str = "") -> AskedApproval:
    """What was asked, decided. Refuses as `get_asked_approval` and `decide` do."""
    asked = get_asked_approval(tx, link)
    by = asked.approver.name or asked.approver.email
    order = decide(tx, asked.order.id, Side.CUSTOMER, decision, by=by, note=note)
    return AskedApproval(order, asked.dealer, asked.approver)
