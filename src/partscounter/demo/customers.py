"""The demo's customers. Their numbers are those that the documents print."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.demo.dealers import DemoDealers
from partscounter.domain import customers
from partscounter.domain.customers import Customer
from partscounter.kit.address import PostalAddress


def create_customers(tx: WriteTx, dealers: DemoDealers) -> Mapping[str, Customer]:
    """The customers by a short name: `cate` buys through every door, `stranger` is dealer TD01's."""
    td00, td01 = dealers.by_code["TD00"], dealers.by_code["TD01"]
    company = customers.register_company(
        tx, company_id="345e7890-f23y-12d3-a456-537766551112", name="Company Ltd.", dealer_id=td00.id
    )
    cate = customers.register_customer(
        tx,
        dealer_id=td00.id,
        company=company,
        customer_id="123e4569-e89b-12e3-a452-426655440001",
        userid="1",
        code="6385",
        email="cate.contactperson@company.com",
        family_name="ContactPerson",
        given_name="Cate",
        title="Ms.",
        invoice_address=PostalAddress(
            contact="Cate ContactPerson",
            company="Company Ltd.",
            street="2 Invoice Road",
            city="Smalltown",
            postal_code="123450",
            country="GB",
            phone="123-4567890",
            email="cate.contactperson@company.com",
        ),
    )
    stranger = customers.register_customer(
        tx,
        dealer_id=td01.id,
        customer_id="923e4567-e89b-12e3-a452-426655440009",
        userid="2",
        code="7410",
        email="sam.stranger@elsewhere.example",
        family_name="Stranger",
        given_name="Sam",
    )
    return {"cate": cate, "stranger": stranger}
