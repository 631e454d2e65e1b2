"""A dealer and its stores. One dealer has a name in each of the five contracts; they are all the same dealer."""

from dataclasses import dataclass
from decimal import Decimal

from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class Dealer:
    """A seller of parts; each name is unique, and empty where the dealer does not use that contract."""

    id: int
    name: str
    dealer_code: str | None
    """Order tracking: four characters, such as TD00."""
    vendor_id: str | None
    """Inventory and sales documents: a number as text."""
    org: str | None
    """Order export: the organisation's short name."""
    enterprise_id: str | None
    """Parts orders: the first path element."""
    customers_manage_notifications: bool
    """Whether customers' mail preferences count; otherwise every notification is sent."""


@dataclass(frozen=True, slots=True)
class Store:
    """A place where a dealer keeps and sells stock."""

    id: int
    dealer_id: int
    vendor_store: str
    """Its number in the inventory contract, unique for the dealer."""
    store_id: str | None
    """Its name in the parts-orders contract, unique for the dealer."""
    address: PostalAddress
    latitude: float | None
    longitude: float | None
    currency: str
    """ISO 4217; every price and order of the store is in it."""
    tax_rate: Decimal
    """Per cent, added to net prices."""
    takes_orders_asynchronously: bool
    """Parts orders answer 202 and reserve stock afterwards."""
    requires_order_reference: bool
    retention_days: int | None
    """How long a fulfilled order stays readable in the parts-orders contract; None for ever."""

    @property
    def company(self) -> str:
        """The name that customers see."""
        return self.address.company
