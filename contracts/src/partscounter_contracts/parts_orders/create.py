"""The request that places a parts order (schemas PartsOrderCreateRequest, PartsOrderLineSimple).

Lengths are this project's; the document prints none. Two rules stand between fields and are the server's to check:
one of `customerId` and `companyId`, and per part one of `partId` and `brandCode` with `partCode`.
"""

from typing import Annotated

from msgspec import Meta, Struct

from partscounter_contracts.number import Quantity
from partscounter_contracts.parts_orders.statuses import DEFAULT_ORDER_TYPE, PartsOrderType

Id = Annotated[str, Meta(max_length=64)]
Name = Annotated[str, Meta(max_length=200)]
Digits = Annotated[int, Meta(ge=0)] | Annotated[str, Meta(max_length=64)]
"""A part or postal code: text, or a number whose digits are the code."""
CountryCode = Annotated[str, Meta(pattern="^([A-Za-z]{2})?$", description="ISO 3166-1 alpha-2, or blank")]
LINES_AT_MOST = 1000
"""Of an order or a basket: all its lines are written in one transaction."""


class OrderContactRequest(Struct, frozen=True, kw_only=True, rename="camel"):
    """Whom to ask about the order."""

    name: Name | None = None
    phone: Name | None = None
    email: Name | None = None
    company_name: Name | None = None


class AlternateDeliveryAddress(Struct, frozen=True, kw_only=True, rename="camel"):
    """Where to deliver instead of the invoice address; all fields blank is the same as leaving it out."""

    street_name: Name | None = None
    postal_code: Digits | None = None
    city: Name | None = None
    country_code: CountryCode | None = None

    def is_blank(self) -> bool:
        """Whether nothing at all was given, so that the order goes to the invoice address."""
        given = (self.street_name, self.postal_code, self.city, self.country_code)
        return all(value is None or (isinstance(value, str) and not value.strip()) for value in given)


class MandatoryVehicleReferenceRequest(Struct, frozen=True, kw_only=True):
    """One of the references that price-availability asks for, such as type KEYNUMBER."""

    type: Annotated[str, Meta(min_length=1, max_length=64)]
    value: Annotated[str, Meta(min_length=1, max_length=200)]


class PartReference(Struct, frozen=True, kw_only=True, rename="camel"):
    """Which part: by `partId`, or by brand and code."""

    part_id: Id | None = None
    brand_code: Id | None = None
    part_code: Digits | None = None


class PartsOrderLineSimple(Struct, frozen=True, kw_only=True, rename="camel"):
    """How many of which part, for which vehicle."""

    part: PartReference
    quantity: Quantity
    mandatory_vehicle_references: list[MandatoryVehicleReferenceRequest] | None = None


class PartsOrderCreateRequest(Struct, frozen=True, kw_only=True, rename="camel"):
    """An order for an existing customer or company."""

    customer_id: Id | None = None
    company_id: Id | None = None
    order_contact: OrderContactRequest | None = None
    alternate_delivery_address: AlternateDeliveryAddress | None = None
    order_type: PartsOrderType | None = DEFAULT_ORDER_TYPE
    order_reference: Name | None = None
    parts: Annotated[list[PartsOrderLineSimple], Meta(min_length=1, max_length=LINES_AT_MOST)]
