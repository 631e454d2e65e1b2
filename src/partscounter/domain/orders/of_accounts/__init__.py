"""Orders of those who have an account: what they bought themselves, and what was bought for their customer."""

from partscounter.domain.orders.of_accounts.buyer_filter import OrdersWanted
from partscounter.domain.orders.of_accounts.lookup import find_order_of_buyer, list_orders_of_buyer
from partscounter.domain.orders.of_accounts.note import note_buyer

__all__ = ["OrdersWanted", "find_order_of_buyer", "list_orders_of_buyer", "note_buyer"]
