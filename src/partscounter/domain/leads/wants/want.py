"""A want: somebody waits for stock, because of a part request or a search that was saved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory import Line

LIFETIME = timedelta(days=365)
"""A want that nobody ends is forgotten after a year."""

PART_NUMBER = "part_number"
"""A kind of name beside those of the catalogue; the value is stored."""


class WantKind(StrEnum):
    """How it came about; the values are stored."""

    PART_REQUEST = "part_request"
    SAVED_SEARCH = "saved_search"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an item must be to fit, as a search would ask for it; all of it must hold.

    Names are given as keys (`kit.text.squash`), since what is wanted may be what nobody has offered yet, so that the
    catalogue has no number for it. None asks for anything; an empty set fits nothing.
    """

    part_types: frozenset[str] | None = None
    makes: frozenset[str] | None = None
    """Of the vehicle or of the part."""
    models: frozenset[str] | None = None
    numbers: frozenset[str] | None = None
    """Whole part numbers, of which an item must have one among its own and its alternates."""
    year_from: int | None = None
    """Inclusive. Either bound leaves items of unknown year out."""
    year_to: int | None = None
    keywords: str = ""
    """In the grammar of `search.parse_keywords`."""
    line: Line | None = None
    dealer_id: int | None = None
    """Only this dealer's items; None for those of every dealer."""
    credential_id: int | None = None
    """Only what this API user sees; None for everything."""

    def names(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The kinds of name that matter, the most telling one first; a part number counts as one."""
        kinds: tuple[tuple[str, frozenset[str] | None], ...] = (
            (PART_NUMBER, self.numbers),
            (NameKind.MODEL, self.models),
            (NameKind.PART_TYPE, self.part_types),
            (NameKind.MAKE, self.makes),
        )
        return ((kind, keys) for kind, keys in kinds if keys is not None)

    @property
    def can_fit(self) -> bool:
        """Whether some item could: one name is asked for at least, and none that nothing is called."""
        names = list(self.names())
        return bool(names) and all(keys for _, keys in names)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits."""

    customer_id: int | None = None
    """By our own id, where the customer is known."""
    name: str = ""
    email: str = ""
    """Where to write; empty where only the dealer is to know."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class WantDraft:
    """A want that is to be kept."""

    kind: WantKind
    title: str
    """What is wanted in the customer's own words, in one line."""
    wanted: Wanted
    waiting: Waiting = field(default_factory=Waiting)
    lead_id: int | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """A want as it is kept."""

    id: int
    created_at: datetime
    ended_at: datetime | None
    draft: WantDraft

    def is_open(self, now: datetime) -> bool:
        """Whether somebody still waits."""
        return self.ended_at is None and now < self.created_at + LIFETIME
