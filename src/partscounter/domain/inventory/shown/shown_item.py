"""What a list shows of an item, its store and its dealer."""

import json
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from partscounter.domain.customer_templates import Offer
from partscounter.kit.address import PostalAddress

_NONE = "[]"
"""What most items have of images."""
_REMEMBERED_AMOUNTS = 4_096


class ShownItem(NamedTuple):
    """As it stands in the database, not yet read: a page of these is loaded for every search.

    Equal ones look equal, whatever else has changed: what was made of one can be used again for the other. A tuple,
    since it is made of the driver's row and compared as a whole, at a tenth of the time that a dataclass takes.
    """

    id: int
    inventory_id: str
    tag_number: str
    part_name: str
    vehicle_make: str
    vehicle_model: str
    part_manufacturer: str
    part_model: str
    year: int | None
    category: str
    condition: str
    text: str
    oem_number: str
    images_json: str
    price_cents: int | None
    core_cents: int | None
    units: int
    """On hand and not held for orders, were it listed."""
    listed: bool
    vendor_store: str
    address_json: str
    dealer_name: str
    vendor_id: str | None
    questions_json: str
    """An empty list unless it was asked for."""

    @property
    def price(self) -> Decimal | None:
        """What one unit costs, net; None where the seller names no price."""
        return _amount(self.price_cents)

    @property
    def core_price(self) -> Decimal | None:
        """The deposit that comes back with the old part."""
        return _amount(self.core_cents)

    @property
    def make_model(self) -> str:
        """As `Item.make_model`."""
        make = self.vehicle_make or self.part_manufacturer
        model = self.vehicle_model or self.part_model
        return f"{make} {model}".strip()

    @property
    def images(self) -> tuple[str, ...]:
        """Their addresses."""
        return () if self.images_json == _NONE else tuple(json.loads(self.images_json))

    @property
    def questions(self) -> tuple[tuple[str, str], ...]:
        """Q&A, where it was asked for."""
        return tuple((label, value) for label, value in json.loads(self.questions_json))

    @property
    def offer(self) -> Offer:
        """As customer templates look at it."""
        return Offer(
            vendor=self.vendor_id or "",
            category=self.category,
            part_type=self.part_name,
            price=self.price,
            available=max(0, self.units) if self.listed else 0,
        )

    def at_price(self, each: Decimal | None) -> "ShownItem":
        """The same item at another price."""
        return self._replace(price_cents=None if each is None else int(each.scaleb(2).to_integral_exact()))


@lru_cache(maxsize=_REMEMBERED_AMOUNTS)
def _amount(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents).scaleb(-2)


def read_address(address_json: str) -> PostalAddress:
    """The store's address, of `ShownItem.address_json`."""
    return PostalAddress.from_data(json.loads(address_json))
