"""Parts Orders: placing an order with a dealer, and asking how it stands."""

from urllib.parse import quote

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_client._token import ClientCredentials
from partscounter_contracts.parts_orders import (
    TOKEN_PATH,
    Brands,
    Part,
    Parts,
    PartsOrder,
    PartsOrder202Response,
    PartsOrderCreateRequest,
    PriceAvailability,
)

_ACCEPTED = 202


class PartsOrders(ContractClient):
    """One store of one enterprise. `token_url` is needed only where the token endpoint stands on another host."""

    def __init__(
        self,
        base_url: str,
        enterprise_id: str,
        store_id: str,
        client_id: str,
        client_secret: str,
        *,
        token_url: str = "",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        auth = ClientCredentials(token_url or base_url + TOKEN_PATH, client_id, client_secret)
        super().__init__(base_url, auth, transport)
        self._store = f"/{quote(enterprise_id, safe='')}/{quote(store_id, safe='')}/v1"

    def create(
        self, order: PartsOrderCreateRequest, *, idempotency_key: str = ""
    ) -> PartsOrder | PartsOrder202Response:
        """The order as placed, or, from a store that works asynchronously, only its id.

        Without a key two calls make two orders; the key is an addition of Partscounter.
        """
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        response = self._ask("POST", f"{self._store}/parts-orders", body=order, headers=headers)
        if response.status_code == _ACCEPTED:
            return self._read(response, PartsOrder202Response)
        return self._read(response, PartsOrder)

    def get(self, order_id: int) -> PartsOrder:
        """The order with its lines as they stand now."""
        return self._read(self._ask("GET", f"{self._store}/parts-orders/{order_id}"), PartsOrder)

    def brands(self) -> Brands:
        """The store's brands."""
        return self._read(self._ask("GET", f"{self._store}/parts/brands"), Brands)

    def find_parts(self, *, brand_code: str = "", part_code: str = "", page: int = 1) -> Parts:
        """Parts by brand and code."""
        query = {"brandCode": brand_code, "partCode": part_code, "page": str(page)}
        sent = {name: value for name, value in query.items() if value}
        return self._read(self._ask("GET", f"{self._store}/parts", query=sent), Parts)

    def part(self, part_id: str) -> Part:
        """One part."""
        return self._read(self._ask("GET", f"{self._store}/parts/{quote(part_id, safe='')}"), Part)

    def price_availability(self, part_id: str) -> PriceAvailability:
        """What a part costs, how many are there, and which vehicle references an order must give."""
        path = f"{self._store}/parts/{quote(part_id, safe='')}/price-availability"
        return self._read(self._ask("GET", path), PriceAvailability)
