"""Which orders hold or wait for units of an item."""

from partscounter.domain.orders.holdings.lookup import Holding, list_holdings

__all__ = ["Holding", "list_holdings"]
