"""Order export: fetching the orders that wait, and marking them received."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_contracts.order_export import (
    Consumer,
    ConsumerEntry,
    GivenConsumer,
    GivenConsumers,
    GivenReceipt,
    MarkedOrders,
    MarkResult,
    NewOrders,
    Order,
    OrderEntry,
    Receipt,
    TakenOrder,
)


class OrderExport(ContractClient):
    """One organisation's orders, by its short name, for a user with admin rights.

    With `consumer` it downloads and marks for that named consumer, an addition of Partscounter; without, it works
    against the real service as well.
    """

    def __init__(
        self,
        base_url: str,
        org: str,
        username: str,
        password: str,
        *,
        consumer: str = "",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(base_url, httpx.BasicAuth(username, password), transport)
        self._orders = f"/{quote(org, safe='')}/ext/v2/orders"
        self._consumers = f"{self._orders}/consumers"
        self._waiting = f"{self._consumers}/{quote(consumer, safe='')}" if consumer else self._orders

    def new_orders(self) -> list[Order]:
        """Every order not yet marked received, every resubmission included, by ascending id."""
        return self._read(self._ask("GET", f"{self._waiting}/new_orders"), NewOrders).data

    def mark_received(self, numbers: Sequence[str]) -> dict[str, MarkResult]:
        """Mark these order numbers; for each whether it was marked, and if not, why. Again does no harm."""
        return self._read(self._ask("POST", f"{self._waiting}/new_orders", body=list(numbers)), MarkedOrders).data

    def receipt(self) -> Receipt:
        """How many orders wait, and the hash of their numbers; compare it with `receipt_of` the numbers that you hold
        unmarked (an addition of Partscounter).
        """
        return self._read(self._ask("GET", f"{self._waiting}/receipt"), GivenReceipt).data

    def order(self, order_id: int) -> Order:
        """One order; it is not marked by this. Raises Refused with 404 for one that is not this organisation's."""
        return self._read(self._ask("GET", f"{self._orders}/{order_id}.json"), Order)

    def enter(self, entry: OrderEntry, *, idempotency_key: str = "") -> TakenOrder:
        """Hand an order in, or, under a uuid that is known, hand it in again (an addition of Partscounter)."""
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        return self._read(self._ask("POST", self._orders, body=entry, headers=headers), TakenOrder)

    def consumers(self) -> list[Consumer]:
        """The named consumers (an addition of Partscounter)."""
        return self._read(self._ask("GET", self._consumers), GivenConsumers).data

    def register_consumer(self, name: str, *, with_past: bool = False) -> Consumer:
        """Make `name` a consumer, or find that it is one (an addition of Partscounter)."""
        entry = ConsumerEntry(with_past=with_past)
        return self._read(self._ask("PUT", f"{self._consumers}/{quote(name, safe='')}", body=entry), GivenConsumer).data


@dataclass(frozen=True, slots=True)
class Resubmissions:
    """Orders that share one uuid, the oldest first: someone has to look at them before they are processed."""

    orders: tuple[Order, ...]

    @property
    def newest(self) -> Order:
        """The one that replaces the others."""
        return self.orders[-1]

    @property
    def may_be_new_order(self) -> bool:
        """Whether nothing of the submission before is left in the newest: then it may be an order of its own
        ("Inbound order processing").
        """
        before, after = ({item.item_code for item in order.items} for order in self.orders[-2:])
        return before.isdisjoint(after)


def resubmissions(orders: Sequence[Order]) -> list[Resubmissions]:
    """Those among `orders` that share a uuid with another, by the id of their newest."""
    of_uuid: dict[str, list[Order]] = defaultdict(list)
    for order in sorted(orders, key=lambda each: each.id):
        of_uuid[order.uuid].append(order)
    shared = [Resubmissions(tuple(same)) for same in of_uuid.values() if len(same) > 1]
    return sorted(shared, key=lambda each: each.newest.id)


def superseded(orders: Sequence[Order]) -> set[int]:
    """The ids of those orders that a later one of the same uuid replaces: look at them before you process them."""
    return {order.id for each in resubmissions(orders) for order in each.orders[:-1]}
