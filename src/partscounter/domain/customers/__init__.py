"""Customers and the companies they buy for."""

from partscounter.domain.customers.customer import Company, Customer
from partscounter.domain.customers.events import PreferencesChanged
from partscounter.domain.customers.lookup import (
    find_company,
    find_customer,
    find_customer_by_code,
    find_customer_by_userid,
    find_customer_of_company,
    get_company,
    get_customer,
    list_end_users_by_email,
    load_customers,
)
from partscounter.domain.customers.mute import UnknownCustomer, change_muted
from partscounter.domain.customers.register import register_company, register_customer

__all__ = [
    "Company",
    "Customer",
    "PreferencesChanged",
    "UnknownCustomer",
    "change_muted",
    "find_company",
    "find_customer",
    "find_customer_by_code",
    "find_customer_by_userid",
    "find_customer_of_company",
    "get_company",
    "get_customer",
    "list_end_users_by_email",
    "load_customers",
    "register_company",
    "register_customer",
]
