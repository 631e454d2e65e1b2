"""Orders of one customer."""

from partscounter.domain.orders.of_customers.lookup import list_orders_of_customer

__all__ = ["list_orders_of_customer"]
