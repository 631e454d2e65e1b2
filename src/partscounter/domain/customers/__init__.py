"""Customers and the companies they buy for."""

from partscounter.domain.customers.card import CARD, LANGUAGES, texts_of, version_of
from partscounter.domain.customers.customer import Company, Customer
from partscounter.domain.customers.edit import add_customer, edit_customer
from partscounter.domain.customers.end_users import iterate_end_users, load_profiles, put_profiles
from partscounter.domain.customers.errors import CustomerChanged, CustomerTaken, InvalidCustomer
from partscounter.domain.customers.events import CustomerAdded, CustomerEdited, CustomersImported, PreferencesChanged
from partscounter.domain.customers.import_customers import ImportCounts, check_import, import_customers
from partscounter.domain.customers.import_rows import CustomerDraft, CustomersRefused, read_customers
from partscounter.domain.customers.lookup import (
    find_company,
    find_customer,
    find_customer_by_code,
    find_customer_by_userid,
    find_customer_of_company,
    get_company,
    get_customer,
    list_customers_named,
    list_end_users_by_email,
    load_customers,
    search_customers,
)
from partscounter.domain.customers.mute import UnknownCustomer, change_muted
from partscounter.domain.customers.profile import NO_PROFILE, CustomerProfile
from partscounter.domain.customers.register import register_company, register_customer
from partscounter.domain.customers.wanted import CustomersWanted

__all__ = [
    "CARD",
    "LANGUAGES",
    "NO_PROFILE",
    "Company",
    "Customer",
    "CustomerAdded",
    "CustomerChanged",
    "CustomerDraft",
    "CustomerEdited",
    "CustomerProfile",
    "CustomerTaken",
    "CustomersImported",
    "CustomersRefused",
    "CustomersWanted",
    "ImportCounts",
    "InvalidCustomer",
    "PreferencesChanged",
    "UnknownCustomer",
    "add_customer",
    "change_muted",
    "check_import",
    "edit_customer",
    "find_company",
    "find_customer",
    "find_customer_by_code",
    "find_customer_by_userid",
    "find_customer_of_company",
    "get_company",
    "get_customer",
    "import_customers",
    "iterate_end_users",
    "list_customers_named",
    "list_end_users_by_email",
    "load_customers",
    "load_profiles",
    "put_profiles",
    "read_customers",
    "register_company",
    "register_customer",
    "search_customers",
    "texts_of",
    "version_of",
]
