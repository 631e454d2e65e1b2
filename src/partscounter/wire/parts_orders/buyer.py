"""Whom an order is for: an existing customer, named by its own id, by that of its company, or by both."""

from partscounter.database import ReadTx
from partscounter.domain import customers
from partscounter.domain.customers import Company, Customer
from partscounter.domain.dealers import Store
from partscounter.wire.parts_orders.findings import Findings
from partscounter_contracts.parts_orders import PartsOrderCreateRequest

UNKNOWN_CUSTOMER = "No such customer"
UNKNOWN_COMPANY = "No such company"


def find_buyer(tx: ReadTx, store: Store, request: PartsOrderCreateRequest, findings: Findings) -> Customer | None:
    """The customer, or None with findings that say why there is none.

    Of a company alone its customer with the contact's mail address, else the one known longest (ours). A customer who
    does not belong to the company named beside it is a mistake (ours).
    """
    if not request.customer_id and not request.company_id:
        if not findings.is_unreadable("companyId"):
            findings.add("customerId", "is required unless there is a companyId")
        return None
    customer = _find_customer(tx, store, request, findings)
    company = _find_company(tx, store, request, findings)
    if not request.customer_id and company is not None:
        return _buyer_of(tx, store, company, request, findings)
    if customer is not None and company is not None and customer.company_id != company.id:
        findings.add("companyId", "The customer does not belong to this company", request.company_id)
    return customer


def _find_customer(tx: ReadTx, store: Store, request: PartsOrderCreateRequest, findings: Findings) -> Customer | None:
    if not request.customer_id:
        return None
    customer = customers.find_customer(tx, request.customer_id, store.dealer_id)
    if customer is None:
        findings.add("customerId", UNKNOWN_CUSTOMER, request.customer_id)
    return customer


def _find_company(tx: ReadTx, store: Store, request: PartsOrderCreateRequest, findings: Findings) -> Company | None:
    if not request.company_id:
        return None
    company = customers.find_company(tx, request.company_id, store.dealer_id)
    if company is None:
        findings.add("companyId", UNKNOWN_COMPANY, request.company_id)
    return company


def _buyer_of(
    tx: ReadTx, store: Store, company: Company, request: PartsOrderCreateRequest, findings: Findings
) -> Customer | None:
    email = (request.order_contact.email if request.order_contact else None) or ""
    customer = customers.find_customer_of_company(tx, company, store.dealer_id, email)
    if customer is None:
        findings.add("companyId", "Nobody is known who buys for this company", request.company_id)
    return customer
