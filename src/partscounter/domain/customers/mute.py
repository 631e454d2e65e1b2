"""Switching groups of mails off and on for a customer."""

from collections.abc import Callable

from partscounter.database import WriteTx
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.customer import Customer
from partscounter.domain.customers.events import PreferencesChanged
from partscounter.kit.refusal import NotFound


class UnknownCustomer(NotFound):
    """There is no such customer."""

    code = "unknown_customer"


def change_muted(tx: WriteTx, customer_key: int, change: Callable[[frozenset[str]], frozenset[str]]) -> Customer:
    """Have `change` say, of the groups that are off, which are to be. Refuses with UnknownCustomer.

    The customer is held first: of two changes at the same moment the second builds on the first. A change that changes
    nothing is no event.
    """
    customer = sql.find_customer(tx, "id", customer_key, lock=True)
    if customer is None:
        raise UnknownCustomer(f"There is no customer {customer_key}.")
    muted = change(customer.muted)
    if muted == customer.muted:
        return customer
    tx.emit(PreferencesChanged(customer.id, muted, customer.muted))
    return sql.update_muted(tx, customer.id, muted)
