"""What a customer wants to be told of, changed by whoever holds a link out of one of the customer's mails."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import access, customers, dealers
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.notifications.groups import Group
from partscounter.kit.refusal import NotFound

_PREFERENCES = "preferences"
_UNSUBSCRIBE = "unsubscribe"


class UnknownLink(NotFound):
    """The link was not given out by this counter, or its key has been forgotten."""

    code = "unknown_link"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is wanted by whom, and the dealer in whose mail the link stood."""

    customer: Customer
    dealer: Dealer
    group: Group | None = None
    """The one group that an unsubscribe link is about."""

    @property
    def wanted(self) -> frozenset[Group]:
        """The groups that are not switched off."""
        return frozenset(group for group in Group if group.value not in self.customer.muted)

    @property
    def counts(self) -> bool:
        """Whether this dealer lets customers choose."""
        return self.dealer.customers_manage_notifications


def sign_preferences_link(tx: WriteTx, customer: Customer, dealer: Dealer) -> str:
    """The last part of the address at which `customer` chooses."""
    return access.sign_link(tx, _PREFERENCES, f"{customer.id}.{dealer.id}")


def sign_unsubscribe_link(tx: WriteTx, customer: Customer, dealer: Dealer, group: Group) -> str:
    """The last part of the address at which `customer` switches `group` off."""
    return access.sign_link(tx, _UNSUBSCRIBE, f"{customer.id}.{dealer.id}.{group.value}")


def get_preferences(tx: ReadTx, link: str) -> Preferences:
    """What the holder of a preferences link may see. Refuses with UnknownLink."""
    return _read(tx, _PREFERENCES, link)


def get_unsubscription(tx: ReadTx, link: str) -> Preferences:
    """What the holder of an unsubscribe link may see; `group` is set. Refuses with UnknownLink."""
    return _read(tx, _UNSUBSCRIBE, link)


def save_preferences(tx: WriteTx, link: str, wanted: Collection[Group]) -> Preferences:
    """Have exactly the `wanted` groups mailed. Refuses with UnknownLink."""
    known = get_preferences(tx, link)
    muted = frozenset(group.value for group in Group if group not in wanted)
    return Preferences(customers.change_muted(tx, known.customer.id, lambda _: muted), known.dealer)


def unsubscribe(tx: WriteTx, link: str) -> Preferences:
    """Switch off the group that the link is about, and leave the others. Refuses with UnknownLink."""
    known = get_unsubscription(tx, link)
    off = frozenset({known.group.value} if known.group else ())
    customer = customers.change_muted(tx, known.customer.id, lambda muted: muted | off)
    return Preferences(customer, known.dealer, known.group)


def _read(tx: ReadTx, purpose: str, link: str) -> Preferences:
    subject = access.read_link(tx, purpose, link)
    if subject is None:
        raise UnknownLink("This link is not known here.")
    customer_id, dealer_id, *group = subject.split(".")
    customer = customers.get_customer(tx, int(customer_id))
    if customer is None:
        raise UnknownLink("This link is of a customer who is no longer known.")
    return Preferences(customer, dealers.get_dealer(tx, int(dealer_id)), Group(group[0]) if group else None)
