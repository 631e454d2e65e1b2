"""Noting who has bought an order."""

from partscounter.database import WriteTx
from partscounter.domain.orders.of_accounts import store as sql
from partscounter.domain.orders.order import Order


def note_buyer(tx: WriteTx, order: Order, account_id: int) -> None:
    """Have the order, and whatever it is submitted again as, be among those of the account.

    The customer of the order says less: to a dealer who does not know the customer, it has none.
    """
    sql.insert_buyer(tx, account_id, order.dealer_id, order.uuid)
