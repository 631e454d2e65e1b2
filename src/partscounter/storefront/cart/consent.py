"""Which orders of a cart will wait for somebody's consent."""

from collections.abc import Sequence

from partscounter.domain import approvals
from partscounter.domain.approvals import Approver
from partscounter.domain.customers import Customer
from partscounter.domain.kept_carts import PricedCart, StoreGroup


def groups_that_wait(
    cart: PricedCart, customer: Customer | None, approvers: Sequence[Approver]
) -> tuple[StoreGroup, ...]:
    """Those at dealers who know the customer, for an amount that one of the customer's approvers looks at."""
    if customer is None:
        return ()
    known = [group for group in cart.groups if customer.dealer_id in {None, group.dealer.id}]
    return tuple(group for group in known if approvals.wants_approval(list(approvers), group.total))
