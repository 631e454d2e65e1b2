"""An order from its row, and its terms for its row; pure, so that only the store knows SQL."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
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
PRICED_COLUMNS = (
    "id",
    "uuid",
    "number",
    "original_number",
    "revision",
    "document_number",
    "channel",
    "placed_at",
    "currency",
    "customer_id",
    "tracking_status",
    "superseded_by",
    "parties",
    "terms",
)
"""The same for `make_priced_orders`, and the fields of `PricedOrder`."""
_CHANNEL_AT = COLUMNS.index("channel")
_PARTIES_AT = COLUMNS.index("parties")
_APPROVALS_AT = COLUMNS.index("vendor_status")
_PRICED_CHANNEL_AT = PRICED_COLUMNS.index("channel")
_CHANNELS = {channel.value: channel for channel in Channel}
_APPROVALS = {approval.value: approval for approval in Approval}
_priced_order = partial(tuple.__new__, PricedOrder)


def order_of(row: Sequence[Any], lines: Sequence[OrderLine]) -> Order:
    """The order that `row` holds, by place."""
    parties, terms = row[_PARTIES_AT : _PARTIES_AT + 2]
    vendor_status, customer_status = row[_APPROVALS_AT:]
    cells: tuple[Any, ...] = (
        *row[:_CHANNEL_AT],
        _CHANNELS[row[_CHANNEL_AT]],
        *row[_CHANNEL_AT + 1 : _PARTIES_AT],
        *_parties(parties),
        _terms(terms),
        tuple(lines),
        *row[_PARTIES_AT + 2 : _APPROVALS_AT],
        _APPROVALS[vendor_status],
        _APPROVALS[customer_status],
    )
    return Order(*cells)


def make_priced_orders(
    columns: Sequence[Sequence[Any]], lines: Mapping[int, Sequence[PricedLine]]
) -> list[PricedOrder]:
    """The orders whose `PRICED_COLUMNS` these are, with the lines of each id. No step is taken for each but in maps."""
    *cells, parties, terms = columns
    cells[_PRICED_CHANNEL_AT] = [_CHANNELS[name] for name in cells[_PRICED_CHANNEL_AT]]
    people = zip(*map(_parties, parties), strict=True)
    own_lines = [tuple(lines[id_]) for id_ in columns[0]]
    return list(map(_priced_order, zip(*cells, *people, map(_terms, terms), own_lines, strict=True)))


def _parties(data: Mapping[str, Any]) -> tuple[Contact, Rep, PostalAddress, PostalAddress]:
    return (
        Contact(**data["contact"]),
        Rep(**data["rep"]),
        PostalAddress.from_data(data["bill_to"]),
        PostalAddress.from_data(data["ship_to"]),
    )


def terms_data(terms: Terms) -> dict[str, Any]:
    """`terms` as they are stored."""
    return {key: _json_ready(value) for key, value in terms._asdict().items()}


def _json_ready(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


_NO_TERMS = terms_data(Terms())


def _terms(data: Mapping[str, Any]) -> Terms:
    *texts, order_date, ship_date, cancel_date, discount, shipping = {**_NO_TERMS, **data}.values()
    days = map(_day, (order_date, ship_date, cancel_date))
    return Terms._make((*texts, *days, Decimal(discount), Decimal(shipping)))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
