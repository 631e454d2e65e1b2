"""A part, and its price and availability, in the words of the parts calls (ours)."""

from decimal import Decimal

from msgspec import UNSET

from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.wire.parts_orders.part_choice import why_not_sold
from partscounter.wire.parts_orders.price import render_price
from partscounter_contracts import json_number, number_or_text
from partscounter_contracts.parts_orders import (
    OrderPrice,
    Part,
    PartsOrderType,
    PriceAvailability,
    RequiredVehicleReference,
    UnitOfMeasure,
)


def render_part(item: Item) -> Part:
    """The part without price and stock."""
    return Part(
        part_id=item.part_id,
        brand_code=item.brand_code,
        part_code=number_or_text(item.part_code),
        description=item.description.part_name,
        unit_of_measure=UnitOfMeasure(),
        unit_of_sale=item.terms.unit_of_sale,
    )


def render_availability(item: Item, store: Store) -> PriceAvailability:
    """What an order for the part would cost and find now. A part without a price is blocked, at nothing."""
    each = item.price.each or Decimal(0)
    listed = each if item.price.list is None else item.price.list
    order_price = render_price(each, store.tax_rate, store.currency)
    lead_time = item.terms.lead_time_days
    return PriceAvailability(
        part_id=item.part_id,
        brand_code=item.brand_code,
        part_code=number_or_text(item.part_code),
        list_price=render_price(listed, store.tax_rate, store.currency),
        surcharge=json_number(item.price.core or Decimal(0)),
        available_stock=item.available,
        sales_blocked=bool(why_not_sold(item)),
        sales_blocked_description=item.terms.sales_blocked_reason or why_not_sold(item),
        is_available_for_back_order=item.terms.back_order_allowed,
        lead_time_in_days=UNSET if lead_time is None else lead_time,
        mandatory_vehicle_references=[RequiredVehicleReference(type=each) for each in item.terms.vehicle_references],
        order_prices=[OrderPrice(order_type=each, order_price=order_price) for each in PartsOrderType],
    )
