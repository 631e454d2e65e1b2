"""An order with all that its answer tells beside it, read in one view."""

from collections.abc import Mapping
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import customers, inventory
from partscounter.domain.customers import Company, Customer
from partscounter.domain.orders import Order


@dataclass(frozen=True, slots=True)
class OrderView:
    """What one answer is rendered from."""

    order: Order
    customer: Customer | None
    company: Company | None
    units_of_sale: Mapping[int, int]
    """By item id."""


def view_order(tx: ReadTx, order: Order) -> OrderView:
    """`order` with its customer, the customer's company and the units that its parts are sold in."""
    customer = customers.get_customer(tx, order.customer_id)
    items = inventory.load_items(tx, {line.item_id for line in order.lines if line.item_id is not None})
    return OrderView(
        order=order,
        customer=customer,
        company=customers.get_company(tx, customer.company_id) if customer else None,
        units_of_sale={id_: item.terms.unit_of_sale for id_, item in items.items()},
    )
