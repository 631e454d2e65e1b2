"""What searches have worked out, for as long as nothing in the database changes.

Where orders and feeds come in that is not long: rows are then remembered by all that goes into them (`render_found`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from partscounter.domain.access import Credential
from partscounter.domain.customer_templates import EndUserTerms
from partscounter.search import View
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.ask import ReadySearch
from partscounter.wire.inventory.links import Links
from partscounter.wire.inventory.read_search import AskedSearch
from partscounter.wire.inventory.user import ApiUser

_MOST_SEARCHES = 1_000
_MOST_ROWS = 8_192
_MOST_VIEWERS = 256
"""Links and terms that rows are remembered for: each end user has others, whether there are any rows or none."""

_QUICK_SECONDS = 0.001

RowEnds = tuple[bytes, bytes]
"""A row as JSON: what comes before `distance`, and after `page_number`."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows by item, as those who have the same links and terms are shown them; to be added to."""

    ends: dict[int, RowEnds] = field(default_factory=dict)
    unplaced: dict[int, msgspec.Raw] = field(default_factory=dict)
    """Whole rows, as they are on the first page of a search without a place."""


@dataclass(slots=True)
class Pace:
    """Whether a search took no longer, when it was asked last, than a trip to a thread takes."""

    quick_in: View | None = None
    """The commit of the index that it was asked of then. Another remembers no page yet, and may take a hundred times
    as long."""

    def note(self, view: View, seconds: float) -> None:
        """It took so long of the processor; infinitely long if more than the index was needed."""
        self.quick_in = view if seconds <= _QUICK_SECONDS else None


@dataclass(frozen=True, slots=True)
class SearchOfUser:
    """A search that was read and resolved."""

    user: ApiUser
    asked: AskedSearch
    ready: ReadySearch
    pace: Pace = field(default_factory=Pace, compare=False)


class Remembered:
    """Of one state of the database; for any number of threads."""

    def __init__(self) -> None:
        self._searches: dict[tuple[object, ...], SearchOfUser] = {}
        self._rows: dict[tuple[Links, bool, EndUserTerms], Rows] = {}

    def known_search(self, incoming: Incoming[Credential]) -> SearchOfUser | None:
        """The search of `incoming`; None if it has not been asked before."""
        return self._searches.get(_key(incoming))

    def search(self, incoming: Incoming[Credential], make: Callable[[], SearchOfUser]) -> SearchOfUser:
        """The same, which `make` makes then."""
        key = _key(incoming)
        known = self._searches.get(key)
        if known is None:
            known = make()
            if len(self._searches) >= _MOST_SEARCHES:
                self._searches = {}
            self._searches[key] = known
        return known

    def rows(self, links: Links, terms: EndUserTerms, *, with_qa: bool) -> Rows:
        """What is remembered of the rows of those who have these links and terms."""
        if sum([len(rows.ends) for rows in self._rows.values()]) >= _MOST_ROWS:
            self._rows = {}
        key = (links, with_qa, terms)
        known = self._rows.get(key)
        if known is None:
            if len(self._rows) >= _MOST_VIEWERS:
                self._rows = {}
            known = self._rows[key] = Rows()
        return known


def _key(incoming: Incoming[Credential]) -> tuple[object, ...]:
    return (incoming.caller, incoming.raw_path, incoming.query.pairs)
