"""Addresses that answers carry: absolute, on the host that was called, for the same end user."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from partscounter.domain.access import Credential
from partscounter.web.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of one answer."""

    base_url: str
    userid: str = ""

    def details(self, vendor_id: str, vendor_store: str, inventory_id: str) -> str:
        """Where the item is told of in full."""
        path = f"{_quoted(vendor_id)}/{_quoted(vendor_store)}/{_quoted(inventory_id)}"
        query = f"?{urlencode({'userid': self.userid}, quote_via=quote)}" if self.userid else ""
        return f"{self.base_url}/inventory/details/{path}{query}"

    def images(self, addresses: Iterable[str]) -> list[str]:
        """Addresses on this host are stored without it."""
        return [f"{self.base_url}{address}" if address.startswith("/") else address for address in addresses]


def _quoted(part: str) -> str:
    # Most are letters and digits, and there are three in every row.
    return part if part.isascii() and part.isalnum() else quote(part, safe="")


def links_of(incoming: Incoming[Credential]) -> Links:
    """Links on the host that `incoming` called, for its `userid`."""
    return Links(incoming.base_url, incoming.query.first("userid") or "")


def narrowed_search(incoming: Incoming[Credential], part_type: str) -> str:
    """The address of the search in `incoming`, within one part type and from its first page."""
    make, model = incoming.raw_path.split("/")[-2:]
    pairs = [(name, value) for name, value in incoming.query.pairs if name != "page_number"]
    query = f"?{urlencode(pairs, quote_via=quote, safe=',:')}" if pairs else ""
    return f"{incoming.base_url}/inventory/search/{quote(part_type, safe='')}/{make}/{model}{query}"
