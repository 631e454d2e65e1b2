"""An order with all that its answer tells beside it, read in one view."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from partscounter.database import ReadTx
from partscounter.domain import customers, inventory, orders
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
    promised_days: Mapping[int, date]
    """By line number, of lines with units on back order."""


def view_order(tx: ReadTx, order: Order) -> OrderView:
    """`order` with its customer, the customer's company, its parts' units of sale and the dates promised."""
    customer = customers.get_customer(tx, order.customer_id)
    items = inventory.load_items(tx, {line.item_id for line in order.lines if line.item_id is not None})
    return OrderView(
        order=order,
        customer=customer,
        company=customers.get_company(tx, customer.company_id) if customer else None,
        units_of_sale={id_: item.terms.unit_of_sale for id_, item in items.items()},
        promised_days=orders.promised_days(tx, order),
    )
