"""The results of one page, as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.search import Expression, Hit
from partscounter.storefront.buyer import Buyer
from partscounter.storefront.offered import Offered, load_offered
from partscounter.storefront.search.matched import MatchedNumber, matched_numbers


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item, how far it is from the visitor's place in miles, and which of its numbers were asked for."""

    offered: Offered
    distance: Decimal | None
    matched: Sequence[MatchedNumber]


def load_found(tx: ReadTx, hits: Sequence[Hit], buyer: Buyer, keywords: Expression | None) -> list[FoundItem]:
    """In the order of the hits; an item that is no longer there at all is left out."""
    offered = load_offered(tx, [hit.uid for hit in hits], buyer)
    there = [(offered[hit.uid], hit) for hit in hits if hit.uid in offered]
    return [FoundItem(each, hit.distance, matched_numbers(keywords, each.item)) for each, hit in there]
