"""A search as its address says it: `/shop/search?q=1R-1808&make=CAT&sort=price&page=2`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar
from urllib.parse import urlencode

from partscounter.kit.refusal import Invalid
from partscounter.search import Expression, SortKey, parse_keywords
from partscounter.web.incoming import Query

T = TypeVar("T")
PATH: Final = "/shop/search"
NAMES: Final = ("type", "make", "model", "condition", "vendor")
"""Fields that hold a name each, which a facet offers."""
FIELDS: Final = ("q", *NAMES, "year_from", "year_to", "price_from", "price_to", "within", "sort", "page")
LONGEST: Final = 200
LARGEST_PAGE: Final = 100_000
SORTS: Final[Mapping[str, tuple[SortKey, bool]]] = {
    "price": (SortKey.PRICE, False),
    "price-down": (SortKey.PRICE, True),
    "distance": (SortKey.DISTANCE, False),
    "year-down": (SortKey.YEAR, True),
    "newest": (SortKey.DATE_ADDED, True),
    "name": (SortKey.PART_NAME, False),
}
"""By what is written in the address: the column, and whether it descends."""
DISTANCES: Final = ("25", "50", "100", "250", "500", "1000")
_KILOMETRES_IN_A_MILE: Final = 1.609344
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_AMOUNT: Final = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,2}))?")
_WITHIN: Final = re.compile(r"([0-9]{1,5})(mi|km)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, and what of it cannot be read."""

    texts: Mapping[str, str]
    """By field, as typed, the empty ones left out."""
    keywords: Expression | None
    year_from: int | None
    year_to: int | None
    price_from: int | None
    """Cents, inclusive, as the buyer pays."""
    price_to: int | None
    radius_miles: float
    page: int
    wrong: frozenset[str]
    """Fields that cannot be read; they filter nothing."""

    def text(self, name: str) -> str:
        """As typed; empty for nothing."""
        return self.texts.get(name, "")

    @property
    def is_open(self) -> bool:
        """Whether everything there is was asked for."""
        return not set(self.texts) - {"sort", "page"}

    def address(self, **changes: str) -> str:
        """The same search with these fields changed, an empty one left out; from its first page unless one is named."""
        wanted = {**self.texts, "page": "", **changes}
        pairs = [(name, wanted[name]) for name in FIELDS if wanted.get(name)]
        return f"{PATH}?{urlencode(pairs)}" if pairs else PATH


def read_asked(query: Query) -> Asked:
    """The search in `query`; of a repeated field the first counts."""
    given = {name: (query.first(name) or "").strip()[:LONGEST] for name in FIELDS}
    texts = {name: text for name, text in given.items() if text and "\0" not in text}
    wrong: set[str] = set()

    def read(name: str, reader: Callable[[str], T], default: T) -> T:
        try:
            return reader(texts[name]) if name in texts else default
        except (ValueError, Invalid):
            wrong.add(name)
            return default

    return Asked(
        texts=texts,
        keywords=read("q", parse_keywords, None),
        year_from=read("year_from", _year, None),
        year_to=read("year_to", _year, None),
        price_from=read("price_from", _cents, None),
        price_to=read("price_to", _cents, None),
        radius_miles=read("within", _miles, 0.0),
        page=read("page", _page, 1),
        wrong=frozenset(wrong),
    )


def _year(text: str) -> int | None:
    return int(_matching(_YEAR, text)[0])


def _cents(text: str) -> int | None:
    found = _matching(_AMOUNT, text)
    return int(Decimal(f"{found[1]}.{found[2] or 0}").scaleb(2))


def _miles(text: str) -> float:
    found = _matching(_WITHIN, text)
    return int(found[1]) if found[2] == "mi" else int(found[1]) / _KILOMETRES_IN_A_MILE


def _page(text: str) -> int:
    number = int(_matching(re.compile(r"[0-9]{1,6}"), text)[0])
    if not 1 <= number <= LARGEST_PAGE:
        raise ValueError(text)
    return number


def _matching(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return found
