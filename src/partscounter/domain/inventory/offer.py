"""An item as customer templates look at it, and at the price that they make."""

from dataclasses import replace
from decimal import Decimal

from partscounter.domain.customer_templates import Offer
from partscounter.domain.dealers import Dealer
from partscounter.domain.inventory.item import Item


def offer_of(item: Item, dealer: Dealer) -> Offer:
    """What of the dealer's item decides which step of a template takes it."""
    return Offer(
        vendor=dealer.vendor_id or "",
        category=item.description.category,
        part_type=item.description.part_name,
        price=item.price.each,
        available=item.available,
    )


def at_price(item: Item, each: Decimal | None) -> Item:
    """The item at another price; the price before anything is taken off stays."""
    if each == item.price.each:
        return item
    before = item.price.each if item.price.list is None else item.price.list
    return replace(item, price=replace(item.price, each=each, list=before))
