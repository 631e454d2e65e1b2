"""A search as the index is asked for it: names become numbers, and what the buyer does not see is left out."""

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.catalog import NameKind, aliases
from partscounter.search import Filter, Point, SearchRequest
from partscounter.search.end_user import changes_for
from partscounter.search.price_band import within_band
from partscounter.storefront.buyer import Buyer
from partscounter.storefront.search.asked import SORTS, Asked

PAGE_SIZE = 20


def request_of(tx: ReadTx, asked: Asked, buyer: Buyer, origin: Point | None) -> SearchRequest:
    """What to ask the index; a radius counts only where it is known from where."""
    changes = changes_for(tx, buyer.terms)
    wanted = buyer.scope(changes.hidden)._replace(
        part_types=_called(tx, asked, NameKind.PART_TYPE, "type"),
        makes=_called(tx, asked, NameKind.MAKE, "make"),
        models=_called(tx, asked, NameKind.MODEL, "model"),
        categories=_called(tx, asked, NameKind.CATEGORY, "condition"),
        year_from=asked.year_from,
        year_to=asked.year_to,
        keywords=asked.keywords,
    )
    wanted = within_band(_of_vendor(tx, wanted, asked.text("vendor")), changes.prices, asked.price_from, asked.price_to)
    sort, descending = SORTS.get(asked.text("sort"), (None, False))
    return SearchRequest(
        wanted=wanted,
        sort=sort,
        descending=descending,
        origin=origin,
        radius_miles=asked.radius_miles,
        page_number=asked.page,
        result_size=PAGE_SIZE,
        prices=changes.prices,
    )


def _called(tx: ReadTx, asked: Asked, kind: NameKind, field: str) -> frozenset[int] | None:
    """The numbers of all that the word in `field` stands for; None for no word, which filters nothing."""
    word = asked.text(field)
    return aliases.names_called(tx, kind, word) if word else None


def _of_vendor(tx: ReadTx, wanted: Filter, vendor_id: str) -> Filter:
    if not vendor_id:
        return wanted
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id)
    named = frozenset() if dealer is None else frozenset({dealer.id})
    return wanted._replace(dealers=named if wanted.dealers is None else wanted.dealers & named)
