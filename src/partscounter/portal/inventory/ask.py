"""What the list of stock was asked for, as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory.browse import Unsold
from partscounter.portal.inventory.reach import Reach
from partscounter.search import Field, Filter, SortKey, parse_keywords
from partscounter.web.incoming import Query
from partscounter.web.row_number import number_of

BY_KIND: Final[Mapping[str, tuple[NameKind, Field]]] = {
    "type": (NameKind.PART_TYPE, Field.PART_TYPE),
    "make": (NameKind.MAKE, Field.MAKE),
    "model": (NameKind.MODEL, Field.MODEL),
}
"""The filters that are names of the catalogue."""
_LARGEST_PAGE: Final = 1_000_000


class Sort(Enum):
    """How the list is ordered: what the address says, what people read, and how the index is asked."""

    NEWEST = ("", "Newest first", SortKey.DATE_ADDED, True)
    NAME = ("name", "Part type", SortKey.PART_NAME, False)
    VEHICLE = ("vehicle", "Make and model", SortKey.MAKE_MODEL, False)
    TAG = ("tag", "Tag number", SortKey.VENDOR_SKU, False)
    CHEAPEST = ("price", "Lowest price", SortKey.PRICE, False)
    DEAREST = ("-price", "Highest price", SortKey.PRICE, True)

    def __init__(self, code: str, text: str, key: SortKey, descending: bool) -> None:
        self.code = code
        self.text = text
        self.key = key
        self.descending = descending


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the address; what is no possible value counts as not asked."""

    text: str = ""
    dealer: int | None = None
    store: int | None = None
    unsold: Unsold | None = None
    """None is what can be bought."""
    names: tuple[tuple[str, str], ...] = ()
    """Filters of `BY_KIND` with what was typed."""
    sort: Sort = Sort.NEWEST
    page: int = 1
    before: int | None = None

    def name(self, filter_: str) -> str:
        """What was typed for one of `BY_KIND`."""
        return dict(self.names).get(filter_, "")

    @property
    def fields(self) -> dict[str, str]:
        """As they stand in the address, without the page."""
        return {
            "q": self.text,
            "dealer": _said(self.dealer),
            "store": _said(self.store),
            "show": "" if self.unsold is None else self.unsold.value,
            **dict(self.names),
            "sort": self.sort.code,
        }

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order was asked for."""
        return any(value for name, value in self.fields.items() if name not in {"sort", "show"})


def read_asked(query: Query) -> Asked:
    """What the address says."""
    shown = query.first("show") or ""
    sort = query.first("sort") or ""
    return Asked(
        text=(query.first("q") or "").strip(),
        dealer=_number(query, "dealer"),
        store=_number(query, "store"),
        unsold=Unsold(shown) if shown in set(Unsold) else None,
        names=tuple((name, text) for name in BY_KIND if (text := (query.first(name) or "").strip())),
        sort=next((each for each in Sort if each.code == sort), Sort.NEWEST),
        page=min(_number(query, "page") or 1, _LARGEST_PAGE),
        before=_number(query, "before"),
    )


def wanted_by(tx: ReadTx, asked: Asked, reach: Reach) -> Filter:
    """For the index; refuses with KeywordsTooComplex."""
    dealers = reach.dealer_ids
    if asked.dealer is not None:
        dealers = frozenset({asked.dealer}) & frozenset(reach.dealers)
    wanted = Filter(
        dealers=dealers,
        stores=None if asked.store is None else frozenset({asked.store}),
        keywords=parse_keywords(asked.text),
    )
    numbers = {name: aliases.names_called(tx, BY_KIND[name][0], text) for name, text in asked.names}
    return wanted._replace(part_types=numbers.get("type"), makes=numbers.get("make"), models=numbers.get("model"))


def _number(query: Query, name: str) -> int | None:
    return number_of(query.first(name) or "")


def _said(number: int | None) -> str:
    return "" if number is None else str(number)
