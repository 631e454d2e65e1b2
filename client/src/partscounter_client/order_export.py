"""Order export: fetching the orders that wait, and marking them received."""

from collections.abc import Sequence
from urllib.parse import quote

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_contracts.order_export import MarkedOrders, MarkResult, NewOrders, Order, OrderEntry, TakenOrder


class OrderExport(ContractClient):
    """One organisation's orders, by its short name, for a user with admin rights."""

    def __init__(
        self, base_url: str, org: str, username: str, password: str, *, transport: httpx.BaseTransport | None = None
    ) -> None:
        super().__init__(base_url, httpx.BasicAuth(username, password), transport)
        self._orders = f"/{quote(org, safe='')}/ext/v2/orders"

    def new_orders(self) -> list[Order]:
        """Every order not yet marked received, every resubmission included, by ascending id."""
        return self._read(self._ask("GET", f"{self._orders}/new_orders"), NewOrders).data

    def mark_received(self, numbers: Sequence[str]) -> dict[str, MarkResult]:
        """Mark these order numbers; for each whether it was marked, and if not, why. Again does no harm."""
        return self._read(self._ask("POST", f"{self._orders}/new_orders", body=list(numbers)), MarkedOrders).data

    def order(self, order_id: int) -> Order:
        """One order; it is not marked by this. Raises Refused with 404 for one that is not this organisation's."""
        return self._read(self._ask("GET", f"{self._orders}/{order_id}.json"), Order)

    def enter(self, entry: OrderEntry, *, idempotency_key: str = "") -> TakenOrder:
        """Hand an order in, or, under a uuid that is known, hand it in again (an addition of Partscounter)."""
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        return self._read(self._ask("POST", self._orders, body=entry, headers=headers), TakenOrder)


def superseded(orders: Sequence[Order]) -> set[int]:
    """The ids of those orders that a later one of the same uuid replaces: look at them before you process them."""
    newest: dict[str, int] = {}
    for order in orders:
        newest[order.uuid] = max(order.id, newest.get(order.uuid, 0))
    return {order.id for order in orders if order.id != newest[order.uuid]}
