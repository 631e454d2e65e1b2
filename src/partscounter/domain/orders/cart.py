"""A cart over several stores: one transaction id, one order for each store."""

from collections.abc import Sequence
from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.draft import OrderDraft
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.place import place_order


def place_cart(tx: WriteTx, drafts: Sequence[OrderDraft], *, bought_by: str) -> tuple[int, list[Order]]:
    """The cart's transaction id and its orders, in the order of `drafts`; all of them or none."""
    transaction_id = sql.insert_cart(tx, tx.now, bought_by)
    return transaction_id, [place_order(tx, replace(draft, transaction_id=transaction_id)) for draft in drafts]
