"""Stock: a dealer's system keeps its items at the counter up to date. Partscounter only."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

import httpx
import msgspec

from partscounter_client._contract_client import ContractClient
from partscounter_contracts import encode
from partscounter_contracts.operation import NDJSON
from partscounter_contracts.stock import BatchLine, BatchResult, ItemFields, StockItem


@dataclass(frozen=True, slots=True)
class Versioned:
    """An item, and the ETag that names this state of it."""

    item: StockItem
    etag: str


class Stock(ContractClient):
    """The items of one vendor's store."""

    def __init__(
        self,
        base_url: str,
        vendor_id: str,
        vendor_store: str,
        username: str,
        password: str,
        *,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(base_url, httpx.BasicAuth(username, password), transport)
        self._items = f"/stock/items/{quote(vendor_id, safe='')}/{quote(vendor_store, safe='')}"

    def get(self, inventory_id: str) -> Versioned:
        """The item as it stands. Raises Refused with 404 where there is none."""
        return self._versioned(self._ask("GET", self._path(inventory_id)))

    def put(self, inventory_id: str, item: ItemFields, *, if_match: str = "") -> Versioned:
        """Create or replace. With `if_match`, an ETag, Refused with 412 if the item has changed since."""
        return self._versioned(self._ask("PUT", self._path(inventory_id), body=item, headers=_condition(if_match)))

    def patch(self, inventory_id: str, change: ItemFields, *, if_match: str = "") -> Versioned:
        """Change the fields that are set; None brings back a field's default."""
        return self._versioned(self._ask("PATCH", self._path(inventory_id), body=change, headers=_condition(if_match)))

    def delete(self, inventory_id: str, *, if_match: str = "") -> None:
        """Retire the item; units held for orders stay theirs."""
        self._ask("DELETE", self._path(inventory_id), headers=_condition(if_match))

    def change(self, lines: Iterable[BatchLine]) -> list[BatchResult]:
        """Up to BATCH_LINES changes in one request; for each line what became of it. Again does no harm."""
        content = b"".join(encode(line) + b"\n" for line in lines)
        response = self._ask("POST", "/stock/items", content=content, headers={"Content-Type": NDJSON})
        return [msgspec.json.decode(line, type=BatchResult) for line in response.content.splitlines()]

    def _path(self, inventory_id: str) -> str:
        return f"{self._items}/{quote(inventory_id, safe='')}"

    def _versioned(self, response: httpx.Response) -> Versioned:
        return Versioned(self._read(response, StockItem), response.headers.get("etag", ""))


def _condition(if_match: str) -> dict[str, str]:
    return {"If-Match": if_match} if if_match else {}
