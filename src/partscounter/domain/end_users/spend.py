"""What a customer has spent: the net price of what was ordered, without cancelled units and replaced orders."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain.end_users import store as sql

DAYS: Final = 365


def count_spend(
    tx: ReadTx, customer_id: int, *, days: int = DAYS, dealer_ids: Collection[int] | None = None
) -> Mapping[str, Decimal]:
    """By currency, within so many days; with some dealers only, where these are given."""
    return sql.spend_by_currency(tx, customer_id, tx.now - timedelta(days=days), dealer_ids)
