"""What an end user sees, item by item, and which step of which template makes it so: for operators, before they ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import customer_templates, dealers, inventory
from partscounter.domain.customer_templates import EndUser, Offer, Rule, rule_for
from partscounter.domain.inventory import Item, offer_of


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """One item as everybody sees it, and as the end user does; a rule is None where everybody sees the same."""

    item: Item
    vendor_store: str
    offer: Offer
    priced_by: Rule | None
    hidden_by: Rule | None
    counted_by: Rule | None
    seen: Item
    """The item at the end user's price."""
    units: int | None
    """How many units are shown as available; None where their number is not."""


def preview_items(tx: ReadTx, end_user: EndUser, items: Iterable[Item]) -> list[ItemPreview]:
    """Each of `items`, in their order, as the end user sees it; the hidden ones too."""
    terms, shown = customer_templates.find_terms(tx, end_user), list(items)
    sellers = dealers.load_dealers(tx, {item.dealer_id for item in shown})
    stores = dealers.load_stores(tx, {item.store_id for item in shown})
    previews = []
    for item in shown:
        offer = offer_of(item, sellers[item.dealer_id])
        hiding = rule_for(offer, terms.availability)
        previews.append(
            ItemPreview(
                item=item,
                vendor_store=stores[item.store_id].vendor_store,
                offer=offer,
                priced_by=None if offer.price is None else rule_for(offer, terms.pricing),
                hidden_by=hiding if terms.hides(offer) else None,
                counted_by=rule_for(offer, terms.quantity),
                seen=inventory.at_price(item, terms.price_of(offer)),
                units=terms.shown_units_of(offer),
            )
        )
    return previews
