"""Whether a customer is told of something, with the reason in one sentence."""

from dataclasses import dataclass

from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import GROUP_OF, Group
from partscounter.domain.orders import Order


@dataclass(frozen=True, slots=True)
class Decision:
    """Send to `recipient`, or not, and why."""

    send: bool
    recipient: str
    reason: str


def recipient_of(order: Order, customer: Customer | None) -> str:
    """The address that the order names, or the customer's; empty where there is neither."""
    return order.contact.email or (customer.email if customer else "")


def language_of(order: Order, customer: Customer | None) -> str:
    """The customer's; of somebody who is in nobody's books the one in which they ordered, empty if unknown."""
    return customer.language if customer else order.contact.language


def decide(dealer: Dealer, order: Order, customer: Customer | None, status: TrackingStatus | None) -> Decision:
    """Whether the customer of `order` is told of `status` (None: that the order came in).

    Preferences count only where the dealer lets customers manage their notifications; confirmations and cancellations
    are always sent.
    """
    return decide_for_group(dealer, order, customer, None if status is None else GROUP_OF[status])


def decide_for_group(dealer: Dealer, order: Order, customer: Customer | None, group: Group | None) -> Decision:
    """Whether the customer of `order` gets a mail of `group` (None: one that is always sent)."""
    recipient = recipient_of(order, customer)
    if not recipient:
        return Decision(send=False, recipient="", reason="The order names no mail address.")
    return decide_for_reader(dealer, customer, group, recipient)


def decide_for_reader(dealer: Dealer, customer: Customer | None, group: Group | None, recipient: str) -> Decision:
    """Whether a mail of `group` to `recipient` goes: what the dealer's switch and the customer's choice come to."""
    if group is None:
        return Decision(send=True, recipient=recipient, reason="Confirmations and cancellations are always sent.")
    if not dealer.customers_manage_notifications:
        return Decision(send=True, recipient=recipient, reason="The dealer sends every notification.")
    if customer is not None and group.value in customer.muted:
        return Decision(send=False, recipient=recipient, reason=f"The customer has switched off {group.value} mails.")
    return Decision(send=True, recipient=recipient, reason=f"The customer has not switched off {group.value} mails.")
