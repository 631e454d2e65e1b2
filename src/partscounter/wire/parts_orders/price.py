"""A net amount with its tax, as the document prints prices: exact JSON numbers."""

from decimal import Decimal

from partscounter.kit.money import to_cents
from partscounter_contracts import json_number
from partscounter_contracts.parts_orders import Price


def render_price(net: Decimal, tax_rate: Decimal, currency: str, tax: Decimal | None = None) -> Price:
    """What one unit costs, net, with its tax: that named, else by the rate in per cent, rounded half up to the cent."""
    tax_value = to_cents(net * tax_rate / 100) if tax is None else tax
    return Price(
        net_value=json_number(net),
        gross_value=json_number(net + tax_value),
        tax_value=json_number(tax_value),
        tax_rate=json_number(tax_rate),
        currency_code=currency,
    )
