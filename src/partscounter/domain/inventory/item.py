"""An item of stock: the used unit with a tag number, or the new part with brand and part code; one kind of thing.

They differ in quantity (one, or many) and in what identifies them to people.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import IntEnum

from partscounter.kit.text import squash


class Line(IntEnum):
    """The part of the trade that an item belongs to; an API user sees one of them."""

    HEAVY_TRUCK = 1
    YELLOW_IRON = 2
    AUTOMOTIVE = 3
    MOTORCYCLE = 4

    @classmethod
    def named(cls, name: str) -> "Line":
        """The one of this name in any case; heavy truck for any other text."""
        return cls.__members__.get(name.upper(), cls.HEAVY_TRUCK)


@dataclass(frozen=True, slots=True)
class Description:
    """What an item is, as its seller describes it. Every text is empty where unknown."""

    part_name: str = ""
    """The part type's name, in the seller's spelling."""
    vendor_part_name: str = ""
    vehicle_make: str = ""
    vehicle_model: str = ""
    part_manufacturer: str = ""
    part_model: str = ""
    year: int | None = None
    category: str = ""
    """USED, NEW, REMANUFACTURED, CORE…"""
    condition: str = ""
    side: str = ""
    text: str = ""
    """The description without any markup."""
    html: str = ""
    """The description with safe markup."""
    oem_number: str = ""
    serial_number: str = ""
    alternate_numbers: str = ""
    """Other numbers of the part: alternates, and those it supersedes or is superseded by. Comma or | between them."""
    vin: str = ""
    vehicle_id: str = ""
    """The vendor's id of the vehicle or whole unit that the item came from."""
    images: tuple[str, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    """Q&A: the vendor's own labels and values, in the vendor's order."""


@dataclass(frozen=True, slots=True)
class Price:
    """What one unit costs, net, in the store's currency; None where the seller names no price."""

    each: Decimal | None = None
    core: Decimal | None = None
    """Deposit that comes back with the old part."""
    list: Decimal | None = None
    """The price before anything is taken off; `each` where the seller names none."""


@dataclass(frozen=True, slots=True)
class PartTerms:
    """How a part can be ordered in the parts-orders contract."""

    unit_of_sale: int = 1
    back_order_allowed: bool = True
    lead_time_days: int | None = None
    sales_blocked: bool = False
    sales_blocked_reason: str = ""
    vehicle_references: tuple[str, ...] = ()
    """The kinds of vehicle reference (such as KEYNUMBER) that an order must give."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of stock. Identified to other systems by vendor, store and `inventory_id`."""

    id: int
    dealer_id: int
    store_id: int
    inventory_id: str
    """The vendor's own id: text, since leading zeros and letters count; unique within the store."""
    line: Line
    tag_number: str
    """What the vendor's people call it (`vendor_sku`); not unique."""
    brand_code: str
    part_code: str
    description: Description
    price: Price
    terms: PartTerms
    listed: bool
    """False for a row that is kept and not offered."""
    on_hand: int
    reserved: int
    """Units held for orders; never more than are on hand."""
    added_at: datetime
    changed_at: datetime

    @property
    def available(self) -> int:
        """Units that can still be sold."""
        return max(0, self.on_hand - self.reserved) if self.listed else 0

    @property
    def part_id(self) -> str:
        """Brand and part code as one, such as S7654321."""
        return f"{self.brand_code}{self.part_code}"

    @property
    def make(self) -> str:
        """The vehicle's make, or the part manufacturer where there is none."""
        return self.description.vehicle_make or self.description.part_manufacturer

    @property
    def model(self) -> str:
        """The vehicle's model, or the part's where there is none."""
        return self.description.vehicle_model or self.description.part_model

    @property
    def make_model(self) -> str:
        """Make and model as one text."""
        return f"{self.make} {self.model}".strip()


def part_key(brand_code: str, part_code: str) -> str:
    """The key under which a part is found whatever its hyphens and case (`1R-1808` = `1r1808`)."""
    return squash(brand_code + part_code)
