"""Making customers and companies known."""

from partscounter.database import WriteTx
from partscounter.domain.customers import store as sql
from partscounter.domain.customers.customer import Company, Customer
from partscounter.kit.address import PostalAddress


def register_company(tx: WriteTx, *, company_id: str, name: str, dealer_id: int | None = None) -> Company:
    """A new company under its outside id."""
    return sql.insert_company(tx, {"company_id": company_id, "name": name, "dealer_id": dealer_id})


def register_customer(
    tx: WriteTx,
    *,
    dealer_id: int | None = None,
    company: Company | None = None,
    customer_id: str | None = None,
    userid: str | None = None,
    code: str | None = None,
    email: str = "",
    family_name: str = "",
    given_name: str = "",
    title: str = "",
    language: str = "en",
    invoice_address: PostalAddress | None = None,
    muted: frozenset[str] = frozenset(),
) -> Customer:
    """A new customer under the outside names given."""
    values = {
        "dealer_id": dealer_id,
        "company_id": None if company is None else company.id,
        "customer_id": customer_id,
        "userid": userid,
        "code": code,
        "email": email,
        "family_name": family_name,
        "given_name": given_name,
        "title": title,
        "language": language,
        "invoice_address": (invoice_address or PostalAddress()).to_data(),
        "muted": sorted(muted),
    }
    return sql.insert_customer(tx, values)
