"""What a customer pays now, which is what a quote begins with."""

from typing import Final

from partscounter.database import ReadTx
from partscounter.domain import customer_templates
from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import EVERYBODY, EndUser, EndUserTerms
from partscounter.domain.customers import Customer

_NO_API_USER: Final = 0
"""No credential has this id: the dealers' defaults count."""


def terms_of(tx: ReadTx, customer: Customer | None, api_user: Credential | None = None) -> EndUserTerms:
    """The customer's in our own shop, which may look through the eyes of an API user; everybody's for a stranger."""
    if customer is None:
        return EVERYBODY
    userid = customer.userid or f"customer {customer.id}"
    if api_user is None:
        return customer_templates.find_terms(tx, EndUser(_NO_API_USER, userid))
    return customer_templates.find_terms(tx, customer_templates.end_user_of(api_user, userid))
