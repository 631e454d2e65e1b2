"""Pages of a list: which one is asked for, how many there are, and where the others stand."""

from dataclasses import dataclass
from urllib.parse import urlencode

from partscounter.domain.access import Credential
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter_contracts.parts_orders import Link

_USUAL_SIZE, _LARGEST_SIZE, _LAST_PAGE = 50, 500, 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 1."""

    number: int
    size: int

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    def count(self, total_items: int) -> int:
        """How many pages that many entries fill."""
        return -(-total_items // self.size)


def read_page(reader: QueryReader) -> Page:
    """`page` and `pageSize`; wrong ones are noted in `reader`."""
    number = reader.integer("page", default=1, at_least=1, at_most=_LAST_PAGE)
    return Page(number, reader.integer("pageSize", default=_USUAL_SIZE, at_least=1, at_most=_LARGEST_SIZE))


def page_links(incoming: Incoming[Credential], page: Page, total_items: int) -> list[Link]:
    """self, first, prev, next and last, as far as they apply, with the rest of the query as it was sent."""
    last = page.count(total_items)
    targets = {"self": page.number}
    if last:
        targets |= {"first": 1, "last": last}
        if page.number > 1:
            targets["prev"] = min(page.number - 1, last)
        if page.number < last:
            targets["next"] = page.number + 1
    return [
        Link(method="GET", rel=rel, href=_address(incoming, number, page.size), title=f"Page {number}")
        for rel, number in targets.items()
    ]


def _address(incoming: Incoming[Credential], number: int, size: int) -> str:
    kept = [(name, value) for name, value in incoming.query.pairs if name not in {"page", "pageSize"}]
    query = urlencode([*kept, ("page", number), ("pageSize", size)])
    return f"{incoming.base_url}{incoming.raw_path}?{query}"
