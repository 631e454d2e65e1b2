"""The parts calls that placing an order leans on: brands, part search, part, price and availability.

The orders document mentions only price-availability and its `mandatoryVehicleReferences`; the rest follows public facts
about the same product (see docs/wire/parts-orders.md).
"""

from decimal import Decimal
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from partscounter_contracts.number import Code, Quantity
from partscounter_contracts.parts_orders.create import LINES_AT_MOST, Id, PartReference
from partscounter_contracts.parts_orders.errors import Link
from partscounter_contracts.parts_orders.order import Price, UnitOfMeasure
from partscounter_contracts.parts_orders.statuses import PartsOrderType


class Brand(Struct, frozen=True, kw_only=True, rename="camel"):
    """A brand and the short code that stands for it."""

    brand_code: str
    description: str


class Brands(Struct, frozen=True, kw_only=True, rename="camel"):
    """The brands this store sells."""

    brands: list[Brand]
    total_items: int
    total_pages: int


class Part(Struct, frozen=True, kw_only=True, rename="camel"):
    """One part of the store's catalogue."""

    part_id: str
    brand_code: str
    part_code: Code
    description: str
    unit_of_measure: UnitOfMeasure
    unit_of_sale: int


class Parts(Struct, frozen=True, kw_only=True, rename="camel"):
    """One page of a part search; `links` hold rel self, first, prev, next and last where they apply."""

    parts: list[Part]
    total_items: int
    total_pages: int
    links: list[Link]


class RequiredVehicleReference(Struct, frozen=True, kw_only=True):
    """A type of vehicle reference that an order for the part must carry."""

    type: str
    description: str = ""


class OrderPrice(Struct, frozen=True, kw_only=True, rename="camel"):
    """What the customer pays when ordering with this order type."""

    order_type: PartsOrderType
    order_price: Price


class PriceAvailability(Struct, frozen=True, kw_only=True, rename="camel"):
    """Price and stock of one part. `surcharge` is the core charge, net; an unknown lead time is left out."""

    part_id: str
    brand_code: str
    part_code: Code
    list_price: Price
    surcharge: Decimal
    available_stock: int
    sales_blocked: bool
    sales_blocked_description: str
    is_available_for_back_order: bool
    lead_time_in_days: int | UnsetType = UNSET
    mandatory_vehicle_references: list[RequiredVehicleReference]
    order_prices: list[OrderPrice]


class BasketLine(Struct, frozen=True, kw_only=True, rename="camel"):
    """How many of which part are asked for."""

    part: PartReference
    quantity: Quantity = 1


class BasketRequest(Struct, frozen=True, kw_only=True, rename="camel"):
    """Several parts priced at once, for a customer or company where one is named."""

    customer_id: Id | None = None
    company_id: Id | None = None
    parts: Annotated[list[BasketLine], Meta(min_length=1, max_length=LINES_AT_MOST)]


class BasketResponse(Struct, frozen=True, kw_only=True, rename="camel"):
    """One entry per line of the basket, in its order."""

    parts: list[PriceAvailability]
