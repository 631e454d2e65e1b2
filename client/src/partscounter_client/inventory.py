"""Inventory: searching stock, and buying it."""

from collections.abc import Iterator
from urllib.parse import quote

import httpx

from partscounter_client._contract_client import ContractClient
from partscounter_contracts.inventory import (
    AvailablePartType,
    ItemDetails,
    SaleCreate,
    SaleCreated,
    SaleDocument,
    SearchItem,
    SearchResults,
)

ANY = "*"


class Inventory(ContractClient):
    """What one API user may see. The user must be one that gets JSON."""

    def __init__(
        self, base_url: str, username: str, password: str, *, transport: httpx.BaseTransport | None = None
    ) -> None:
        super().__init__(base_url, httpx.BasicAuth(username, password), transport)

    def search(self, part_type: str = ANY, make: str = ANY, model: str = ANY, **filters: str | int) -> SearchResults:
        """One page of what fits; `filters` are the contract's own, such as `year_range="2013,2015"`."""
        elements = "/".join(ANY if each == ANY else quote(each, safe="") for each in (part_type, make, model))
        return self._read(self._ask("GET", f"/inventory/search/{elements}", query=filters), SearchResults)

    def search_all(
        self, part_type: str = ANY, make: str = ANY, model: str = ANY, **filters: str | int
    ) -> Iterator[SearchItem]:
        """Everything that fits, page after page."""
        number = 1
        while results := (page := self.search(part_type, make, model, **filters, page_number=number)).results:
            yield from results
            if number >= page.total_pages:
                return
            number += 1

    def details(self, vendor: str, store: str, item: str) -> ItemDetails:
        """All that is known of one item."""
        path = "/".join(quote(str(each), safe="") for each in (vendor, store, item))
        return self._read(self._ask("GET", f"/inventory/details/{path}"), ItemDetails)

    def part_types(self) -> list[AvailablePartType]:
        """The part types that a search can find."""
        return self._read(self._ask("GET", "/inventory/available/part_types"), list[AvailablePartType])

    def create_sale(self, sale: SaleCreate, *, idempotency_key: str = "") -> SaleCreated:
        """Buy a cart; lines that could not be bought are in `errors` of the answer."""
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        return self._read(self._ask("POST", "/sale/create", body=sale, headers=headers), SaleCreated)

    def find_sale(self, vendor_id: int | str, online_transaction_id: int) -> SaleDocument:
        """The sales document that a cart became at one vendor."""
        query = {"vendor_id": str(vendor_id), "online_transaction_id": str(online_transaction_id)}
        return self._read(self._ask("GET", "/sale/lookup", query=query), SaleDocument)
