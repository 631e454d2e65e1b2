"""A search as the index is asked for it: words become numbers, and the user's own limits are put on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.catalog import NameKind, aliases
from partscounter.kit.text import fold
from partscounter.search import Filter, Point, SearchRequest
from partscounter.search.end_user import changes_for
from partscounter.wire.inventory.end_user import Viewer, viewer_of
from partscounter.wire.inventory.find_end_user import place_of_end_user
from partscounter.wire.inventory.names import names_of, numbers_unless_open
from partscounter.wire.inventory.read_search import AskedSearch
from partscounter.wire.inventory.scope import everything_seen
from partscounter.wire.inventory.user import ApiUser
from partscounter_contracts.inventory import DEFAULT_RESULT_SIZE, WILDCARD

_NEEDS_YEAR = frozenset({"body", "bodies", "vehicle", "vehicles"})
"""Words in a part type's name: a strict user must name a year to get more of these (`result_size`)."""


@dataclass(frozen=True, slots=True)
class ReadySearch:
    """What to ask the index, and for whom; `is_whole`: everything in one page."""

    request: SearchRequest
    viewer: Viewer
    is_whole: bool


def ready_search(tx: ReadTx, user: ApiUser, path: Mapping[str, str], asked: AskedSearch) -> ReadySearch:
    """The search for `path` (its elements part_type, make and model) and `asked`."""
    viewer = viewer_of(tx, user, asked.userid)
    changes = changes_for(tx, viewer.terms)
    wanted = filtered(tx, user, asked, changes.hidden)._replace(
        part_types=numbers_unless_open(tx, user, NameKind.PART_TYPE, path["part_type"]),
        makes=numbers_unless_open(tx, user, NameKind.MAKE, path["make"]),
        models=numbers_unless_open(tx, user, NameKind.MODEL, path["model"]),
    )
    size = asked.result_size
    if user.has_strict_result_size and not _is_fully_specified(tx, path, asked, wanted):
        size = DEFAULT_RESULT_SIZE
    request = SearchRequest(
        wanted=wanted,
        sort=asked.sort,
        descending=asked.descending,
        origin=_origin(tx, user, asked),
        radius_miles=asked.radius_miles,
        page_number=asked.page_number,
        result_size=size or DEFAULT_RESULT_SIZE,
        prices=changes.prices,
    )
    return ReadySearch(request, viewer, is_whole=size is None)


def _origin(tx: ReadTx, user: ApiUser, asked: AskedSearch) -> Point | None:
    """The zipcode asked for; without any, the end user's place where the user wants that."""
    if asked.names_origin or not (user.begins_at_end_user and asked.userid):
        return asked.origin
    return place_of_end_user(tx, user, asked.userid)


def filtered(tx: ReadTx, user: ApiUser, asked: AskedSearch, hidden: tuple[Filter, ...] = ()) -> Filter:
    """What the user sees of what was `asked`, whatever the path says; without the distance, which is no filter."""
    wanted = everything_seen(tx, user, hidden)._replace(
        categories=_categories(tx, asked.categories),
        stores=_stores(tx, asked.stores),
        year_from=asked.years[0],
        year_to=asked.years[1],
        keywords=asked.keywords,
    )
    if not asked.vendors:
        return wanted
    named = frozenset(dealer.id for dealer in dealers.list_dealers_by_vendor(tx, set(asked.vendors)))
    return wanted._replace(dealers=named if wanted.dealers is None else wanted.dealers & named)


def _categories(tx: ReadTx, words: Collection[str]) -> frozenset[int] | None:
    if not words:
        return None
    return frozenset(number for word in words for number in aliases.names_searched(tx, NameKind.CATEGORY, word))


def _stores(tx: ReadTx, names: Collection[str]) -> frozenset[int] | None:
    """Stores named `1`, of whichever vendor, or `vendor:store`. What the user may not see is left out by its scope."""
    if not names:
        return None
    pairs = [name.partition(":") for name in names]
    found = dealers.list_stores_by_number(tx, {name for name, colon, _ in pairs if not colon})
    exact = [dealers.find_store_by_vendor(tx, vendor.strip(), store.strip()) for vendor, colon, store in pairs if colon]
    return frozenset(store.id for store in [*found, *exact] if store is not None)


def _is_fully_specified(tx: ReadTx, path: Mapping[str, str], asked: AskedSearch, wanted: Filter) -> bool:
    """Part type, make, model and end user are given, and a year where the part type is one of bodies or vehicles."""
    if WILDCARD in (path["part_type"], path["make"], path["model"]) or not asked.userid:
        return False
    types = names_of(tx, NameKind.PART_TYPE, wanted.part_types or ())
    needs_year = any(_NEEDS_YEAR.intersection(fold(name.text).split()) for name in types)
    return asked.years != (None, None) or not needs_year
