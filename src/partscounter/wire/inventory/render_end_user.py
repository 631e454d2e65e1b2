"""End users in the contract's words."""

from partscounter.domain.customers import Company, Customer
from partscounter.kit.countries import country_of
from partscounter_contracts.inventory import UNKNOWN, EndUser, EndUserId
from partscounter_contracts.number import number_or_text


def render_end_user(customer: Customer, company: Company | None) -> EndUser:
    """Most of what is known of the customer."""
    address = customer.invoice_address
    country, country_code = country_of(address.country)
    return EndUser(
        userid=number_or_text(customer.userid or UNKNOWN),
        company=company_name(customer, company),
        name=customer.name or address.contact,
        street=address.street,
        city=address.city,
        state=address.state,
        zip=address.postal_code,
        country=country,
        country_code=country_code,
        email=customer.email or address.email,
        phone=address.phone,
    )


def render_end_user_id(customer: Customer) -> EndUserId:
    """The customer's id alone."""
    return EndUserId(userid=number_or_text(customer.userid or UNKNOWN))


def company_name(customer: Customer, company: Company | None) -> str:
    """The company's name, or the one on the invoices."""
    return customer.invoice_address.company if company is None else company.name
