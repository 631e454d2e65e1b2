"""The filters of a search as they were sent: every wrong one is named at once, what is harmless is passed over."""

import re
from dataclasses import dataclass

from partscounter.kit.refusal import Invalid
from partscounter.search import Expression, Point, SortKey, locate, parse_keywords
from partscounter.web.incoming import Query
from partscounter.web.query import QueryReader
from partscounter_contracts.inventory import (
    ALL_RESULTS,
    DEFAULT_RESULT_SIZE,
    LARGEST_RESULT_SIZE,
    SORT_ORDERS,
    YES,
    SortOrder,
)

_YEARS = re.compile(r"\s*([0-9]{1,4})\s*(?:,\s*([0-9]{1,4})\s*)?")
_LARGEST_PAGE = 10**12


@dataclass(frozen=True, slots=True)
class AskedSearch:
    """What was asked beside part type, make and model."""

    years: tuple[int | None, int | None]
    """First and last, both included; None is open."""
    origin: Point | None
    names_origin: bool
    """Whether there is a zipcode, be it an empty one."""
    radius_miles: float
    keywords: Expression | None
    categories: tuple[str, ...]
    stores: tuple[str, ...]
    """Store numbers, or `vendor:store`."""
    vendors: tuple[str, ...]
    userid: str
    page_number: int
    result_size: int | None
    """None is all."""
    sort: SortKey | None
    """None is the default."""
    descending: bool
    suggests: bool
    explains: bool


def read_search(query: Query) -> AskedSearch:
    """The filters; refuses with Invalid for any that cannot be understood (inventory.md, "Search")."""
    reader = QueryReader(query)
    origin = _origin(reader)
    asked = AskedSearch(
        years=_years(reader),
        origin=origin,
        names_origin="zipcode" in query,
        radius_miles=_radius(reader) if reader.text("zipcode") else 0,
        keywords=_keywords(reader),
        categories=_members(reader, "category"),
        stores=_members(reader, "store"),
        vendors=_members(reader, "vendor"),
        userid=reader.text("userid") or "",
        page_number=reader.integer("page_number", default=1, at_least=1, at_most=_LARGEST_PAGE),
        result_size=_result_size(reader),
        sort=_sort(reader),
        descending=_is_descending(reader),
        suggests=(reader.text("show_suggested") or "").lower() in YES,
        explains=(reader.text("explain") or "").lower() in YES,
    )
    reader.check()
    return asked


def _years(reader: QueryReader) -> tuple[int | None, int | None]:
    text = reader.text("year_range")
    if text is None:
        return None, None
    found = _YEARS.fullmatch(text)
    if found is None:
        reader.refuse("year_range", "must be one year, or first and last year with a comma between them", text)
        return None, None
    first, last = found[1], found[2] or found[1]
    return int(first) or None, int(last) or None


def _origin(reader: QueryReader) -> Point | None:
    text = reader.text("zipcode")
    point = None if text is None else locate(text)
    if text is not None and point is None:
        reader.refuse("zipcode", "is not a known postal code of the United States or Canada", text)
    return point


def _radius(reader: QueryReader) -> float:
    miles = reader.decimal("distance")
    if miles is not None and miles < 0:
        reader.refuse("distance", "must be at least 0", str(miles))
    return float(miles or 0)


def _keywords(reader: QueryReader) -> Expression | None:
    try:
        return parse_keywords(reader.text("keywords") or "")
    except Invalid as refusal:
        for violation in refusal.violations:
            reader.refuse(violation.field, violation.issue)
        return None


def _members(reader: QueryReader, name: str) -> tuple[str, ...]:
    """The members of a comma-separated list; none for an empty list, which filters nothing."""
    return tuple(each.strip() for each in (reader.text(name) or "").split(",") if each.strip())


def _result_size(reader: QueryReader) -> int | None:
    if (reader.text("result_size") or "").strip().lower() == ALL_RESULTS:
        return None
    return reader.integer("result_size", default=DEFAULT_RESULT_SIZE, at_least=1, at_most=LARGEST_RESULT_SIZE)


def _sort(reader: QueryReader) -> SortKey | None:
    column = (reader.text("sort_column") or "").lower()
    return next((key for key in SortKey if key.value == column), None)


def _is_descending(reader: QueryReader) -> bool:
    order = (reader.text("sort_order") or "").lower()
    return SORT_ORDERS.get(order) is SortOrder.DESCENDING
