"""The whole inventory in one answer, for advertising partners ("Advertising Partner Feeds")."""

from msgspec import Struct

from partscounter_contracts.inventory.values import AmountText, Id, SearchVendor

DESCRIPTION_LENGTH = 175
ELLIPSIS = "..."


class FeedItem(Struct, frozen=True, kw_only=True):
    """One item, cut short: `images` is the top ranked address, `item_hash` changes when the item does (ours)."""

    type: str
    vendor: SearchVendor
    part_name: str
    make_model: str
    year: str
    vendor_sku: str
    vendor_inventory_id: Id
    description: str
    price: AmountText
    coreprice: AmountText
    condition: str
    details_uri: str
    images: str
    item_hash: str


class Feed(Struct, frozen=True, kw_only=True):
    """Every item this user may see."""

    total_results: int
    results: list[FeedItem]


def cut(description: str) -> str:
    """`description` as the feed carries it: 175 characters, and an ellipsis where something was cut off."""
    if len(description) <= DESCRIPTION_LENGTH:
        return description
    return description[:DESCRIPTION_LENGTH] + ELLIPSIS
