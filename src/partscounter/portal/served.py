"""Whom somebody of the staff serves: the customers of their dealers, and those whom all dealers share."""

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import customers
from partscounter.domain.accounts import Account, Role
from partscounter.domain.customers import Customer


def serves(account: Account, customer: Customer) -> bool:
    """Whether this person knows the customer."""
    return customer.dealer_id is None or account.sees_dealer(customer.dealer_id)


def require_customer(tx: ReadTx, account: Account, key: int) -> Customer:
    """The customer by our own id; one of another dealer is not there, nor is an unknown one."""
    customer = customers.get_customer(tx, key)
    if customer is None or not serves(account, customer):
        raise HTTPException(404)
    return customer


def may_change(account: Account, customer: Customer) -> bool:
    """Customers whom all dealers share are the operator's to change."""
    if customer.dealer_id is None:
        return account.role is Role.OPERATOR
    return account.sees_dealer(customer.dealer_id)


def require_own_customer(tx: ReadTx, account: Account, key: int) -> Customer:
    """The customer, if this person may change what is known of them."""
    customer = require_customer(tx, account, key)
    if not may_change(account, customer):
        raise HTTPException(403)
    return customer
