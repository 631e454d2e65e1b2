"""Pages of a list whose length is known: which one is asked for, and the addresses of the others."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from partscounter.web.visits import Visit

SIZE: Final = 50
_NUMBER: Final = re.compile("[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list."""

    number: int
    """1 is the first."""
    total: int
    """Entries of the whole list."""
    path: str
    query: tuple[tuple[str, str], ...]
    """What the address says beside the page."""

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // SIZE))

    @property
    def begin(self) -> int:
        """The place of the page's first entry; 0 in an empty list."""
        return min((self.number - 1) * SIZE + 1, self.total)

    @property
    def end(self) -> int:
        """The place of its last entry."""
        return min(self.number * SIZE, self.total)

    def to(self, number: int) -> str:
        """The address of another page of the same list."""
        return f"{self.path}?{urlencode([*self.query, ('page', str(number))])}"


def offset_of(visit: Visit) -> int:
    """How many entries come before the page that the address asks for."""
    return (_number(visit) - 1) * SIZE


def paging_of(visit: Visit, total: int) -> Paging:
    """The page that the address asks for."""
    query = tuple(pair for pair in visit.query.pairs if pair[0] not in {"page", "done"})
    return Paging(_number(visit), total, visit.request.url.path, query)


def _number(visit: Visit) -> int:
    asked = visit.query.first("page") or ""
    return int(asked) if _NUMBER.fullmatch(asked) else 1
