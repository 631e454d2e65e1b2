"""An order from its row, and its terms for its row; pure, so that only the store knows SQL."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import OrderLine, PricedLine
from partscounter.domain.orders.order import Channel, Contact, Order, PricedOrder, Rep, Terms
from partscounter.kit.address import PostalAddress

COLUMNS = (
    "id",
    "uuid",
    "dealer_id",
    "store_id",
    "number",
    "original_number",
    "revision",
    "document_number",
    "channel",
    "placed_at",
    "currency",
    "customer_id",
    "parties",
    "terms",
    "tracking_status",
    "transaction_id",
    "superseded_by",
    "received_at",
    "closed_at",
    "vendor_status",
    "customer_status",
)
"""The columns of an order in the order in which `order_of` takes them: that of the fields of `Order`."""
_CHANNEL_AT = COLUMNS.index("channel")
_PARTIES_AT = COLUMNS.index("parties")
_APPROVALS_AT = COLUMNS.index("vendor_status")
_DATES = ("order_date", "ship_date", "cancel_date")
_AMOUNTS = ("discount", "shipping")
_CHANNELS = {channel.value: channel for channel in Channel}
_APPROVALS = {approval.value: approval for approval in Approval}


def order_of(row: Sequence[Any], lines: Sequence[OrderLine]) -> Order:
    """The order that `row` holds, by place."""
    return Order(*_cells(row, lines))


def priced_order_of(row: Sequence[Any], lines: Sequence[PricedLine]) -> PricedOrder:
    """The same for an export, which makes hundreds of thousands."""
    return PricedOrder(*_cells(row, lines))


def _cells(row: Sequence[Any], lines: Sequence[object]) -> tuple[Any, ...]:
    parties, terms = row[_PARTIES_AT : _PARTIES_AT + 2]
    vendor_status, customer_status = row[_APPROVALS_AT:]
    return (
        *row[:_CHANNEL_AT],
        _CHANNELS[row[_CHANNEL_AT]],
        *row[_CHANNEL_AT + 1 : _PARTIES_AT],
        Contact(**parties["contact"]),
        Rep(**parties["rep"]),
        PostalAddress.from_data(parties["bill_to"]),
        PostalAddress.from_data(parties["ship_to"]),
        _terms(terms),
        tuple(lines),
        *row[_PARTIES_AT + 2 : _APPROVALS_AT],
        _APPROVALS[vendor_status],
        _APPROVALS[customer_status],
    )


def terms_data(terms: Terms) -> dict[str, Any]:
    """`terms` as they are stored."""
    return {key: _json_ready(value) for key, value in terms._asdict().items()}


def _json_ready(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _terms(data: Mapping[str, Any]) -> Terms:
    read = dict(data)
    for name in _DATES:
        said = data.get(name)
        read[name] = date.fromisoformat(said) if said else None
    for name in _AMOUNTS:
        read[name] = Decimal(data[name])
    return Terms(**read)
