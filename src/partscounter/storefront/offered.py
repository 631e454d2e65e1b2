"""An item as the shop shows it to one buyer."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item
from partscounter.storefront.buyer import Buyer


@dataclass(frozen=True, slots=True)
class Offered:
    """The item at the buyer's price, and where it lies."""

    item: Item
    dealer: Dealer
    store: Store
    units: int | None
    """How many the buyer may know of; None where their number is not shown."""

    @property
    def title(self) -> str:
        """What it is, in one line: `Engine Assembly CUMMINS ISX 2014`."""
        about = self.item.description
        year = "" if about.year is None else str(about.year)
        name = about.part_name or about.vendor_part_name or self.number
        return " ".join(each for each in (name, self.item.make_model, year) if each)

    @property
    def number(self) -> str:
        """The number by which people know it."""
        return self.item.description.oem_number or self.item.part_id or self.item.tag_number

    @property
    def price(self) -> Decimal | None:
        """What one unit costs the buyer, net; None where it is on request."""
        return self.item.price.each

    @property
    def seller(self) -> str:
        """The name that customers know the store by."""
        return self.store.company or self.dealer.name

    @property
    def place(self) -> str:
        """Town and state of the store."""
        return ", ".join(each for each in (self.store.address.city, self.store.address.state) if each)

    @property
    def photos(self) -> tuple[str, ...]:
        """Addresses that a page may show: by HTTPS, or on this host."""
        return tuple(each for each in self.item.description.images if is_shown(each))


def is_shown(address: str) -> bool:
    """Whether a page's Content-Security-Policy lets a photo of this address be shown (`web.pages.PHOTO_POLICY`)."""
    return address.startswith("https://") or (address.startswith("/") and not address.startswith(("//", "/\\")))


def load_offered(tx: ReadTx, ids: Sequence[int], buyer: Buyer) -> dict[int, Offered]:
    """The items with these ids, by id, in three queries; unknown ids are left out.

    One that was sold a moment ago is among them, with no unit left.
    """
    return _offered(tx, list(inventory.load_items(tx, ids).values()), buyer)


def _offered(tx: ReadTx, items: Sequence[Item], buyer: Buyer) -> dict[int, Offered]:
    stores = dealers.load_stores(tx, {item.store_id for item in items})
    sellers = dealers.load_dealers(tx, {item.dealer_id for item in items})
    return {item.id: offer_to(buyer, item, sellers[item.dealer_id], stores[item.store_id]) for item in items}


def offer_to(buyer: Buyer, item: Item, dealer: Dealer, store: Store) -> Offered:
    """One item."""
    return Offered(buyer.priced(item, dealer), dealer, store, buyer.shown_units(item, dealer))
