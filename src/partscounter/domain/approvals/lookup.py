"""Who has to agree to what."""

from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain.approvals import store as sql
from partscounter.domain.approvals.approver import Approver


def list_approvers(tx: ReadTx, customer_id: int) -> list[Approver]:
    """All of the customer's, by the amount from which they are asked."""
    return sql.approvers_with(tx, customer_id=customer_id)


def find_approver(tx: ReadTx, approver_id: int) -> Approver | None:
    """By our own id."""
    return next(iter(sql.approvers_with(tx, id=approver_id)), None)


def wants_approval(approvers: list[Approver], amount: Decimal) -> bool:
    """Whether an order of `amount` waits for consent: it does from the lowest amount on that anybody looks at.

    So an order beyond everybody's limit waits too, until somebody with that limit is named: a limit is no way around
    the consent.
    """
    return any(approver.at_least <= amount for approver in approvers)


def who_may_approve(approvers: list[Approver], amount: Decimal) -> list[Approver]:
    """Those within whose range `amount` is; one of them is enough."""
    return [approver for approver in approvers if approver.may_approve(amount)]
