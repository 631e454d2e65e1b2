"""Finding customers and companies by the names that the contracts give them."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.customer import Company, Customer
from partscounter.domain.customers.wanted import CustomersWanted


def find_customer(tx: ReadTx, customer_id: str, dealer_id: int) -> Customer | None:
    """By the parts-orders `customerId`, if it is a customer of this dealer or of all."""
    found = sql.find_customer(tx, "customer_id", customer_id)
    return found if found is not None and found.dealer_id in {None, dealer_id} else None


def find_customer_by_userid(tx: ReadTx, userid: str) -> Customer | None:
    """By the inventory end-user id."""
    return sql.find_customer(tx, "userid", userid)


def list_end_users_by_email(tx: ReadTx, email: str) -> list[Customer]:
    """Those with this mail address, in any case, who have an end-user id; the one known longest first."""
    return sql.end_users_by_email(tx, email)


def find_customer_by_code(tx: ReadTx, dealer_id: int, code: str) -> Customer | None:
    """By the order export's customer code, within one dealer."""
    return sql.find_customer_by_code(tx, dealer_id, code)


def get_customer(tx: ReadTx, customer_key: int | None) -> Customer | None:
    """By our own id; None for None."""
    return None if customer_key is None else sql.find_customer(tx, "id", customer_key)


def search_customers(
    tx: ReadTx, wanted: CustomersWanted, *, offset: int = 0, limit: int = 50
) -> tuple[int, list[Customer]]:
    """How many there are in all, and some of them, by family and given name."""
    return sql.search_customers(tx, wanted, offset, limit)


def list_customers_named(tx: ReadTx, name: str, dealer_ids: Collection[int] | None = None) -> list[Customer]:
    """Those with this end-user id, customer code, parts-orders id or mail address, in any case.

    Of some dealers, with those whom all dealers share, where these are given.
    """
    return sql.customers_named(tx, name, dealer_ids)


def load_customers(tx: ReadTx, keys: Collection[int]) -> dict[int, Customer]:
    """The customers with these ids of our own, by id; for some hundreds at once."""
    return {customer.id: customer for customer in sql.load_customers(tx, keys)}


def find_company(tx: ReadTx, company_id: str, dealer_id: int) -> Company | None:
    """By the parts-orders `companyId`, if it is known to this dealer or to all."""
    found = sql.find_company(tx, "company_id", company_id)
    return found if found is not None and found.dealer_id in {None, dealer_id} else None


def find_customer_of_company(tx: ReadTx, company: Company, dealer_id: int, email: str = "") -> Customer | None:
    """Who buys for the company at this dealer: the one with this mail address, else the one known longest."""
    found = [each for each in sql.customers_of_company(tx, company.id) if each.dealer_id in {None, dealer_id}]
    named = [each for each in found if email and each.email.casefold() == email.casefold()]
    return next(iter(named or found), None)


def get_company(tx: ReadTx, company_key: int | None) -> Company | None:
    """By our own id; None for None."""
    return None if company_key is None else sql.find_company(tx, "id", company_key)
