"""Counting what wants have brought: orders that came after the customer was told, with an item that was told of."""

from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain.leads.wants.recovered import store as sql
from partscounter.domain.leads.wants.recovered.line import RecoveredLine


@dataclass(frozen=True, slots=True)
class Recovered:
    """What one dealer got back in one month, in one currency."""

    month: str
    """Of the orders, such as 2026-03; months are those of UTC."""
    dealer_id: int
    currency: str
    wants: int
    orders: int
    units: int
    amount: Decimal
    """Net, without what was cancelled."""


def count_recovered(tx: ReadTx, dealer_id: int | None = None) -> list[Recovered]:
    """By month, dealer and currency, in this order.

    An order counts if it was placed after the mail, by the customer who was told or under the same mail address.
    """
    groups: dict[tuple[str, int, str], list[RecoveredLine]] = {}
    for line in sql.recovered_lines(tx, dealer_id):
        groups.setdefault((f"{line.placed_at:%Y-%m}", line.dealer_id, line.currency), []).append(line)
    return [_sum(*key, lines) for key, lines in sorted(groups.items())]


def _sum(month: str, dealer_id: int, currency: str, lines: list[RecoveredLine]) -> Recovered:
    once = {line.line_id: line for line in lines}.values()  # two wants may be met by one line
    return Recovered(
        month=month,
        dealer_id=dealer_id,
        currency=currency,
        wants=len({line.want_id for line in lines}),
        orders=len({line.order_id for line in lines}),
        units=sum(line.units for line in once),
        amount=sum((line.units * line.price_each for line in once), Decimal(0)),
    )
