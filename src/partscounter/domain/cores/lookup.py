"""Reading ledgers."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.cores import store as sql
from partscounter.domain.cores.balance import CoreBalance, balance_of
from partscounter.domain.cores.charge import CoreCharge


def load_balances(tx: ReadTx, order_ids: Collection[int]) -> dict[tuple[int, int], CoreBalance]:
    """The ledgers of some hundreds of orders at once, by order id and line number."""
    return {(each.charge.order_id, each.charge.line_number): each for each in _all(tx, _of_orders(tx, order_ids))}


def list_balances(tx: ReadTx, customer_id: int) -> list[CoreBalance]:
    """Every ledger of a customer, by order and line."""
    return _all(tx, sql.charges_of_customer(tx, customer_id))


def list_outstanding(
    tx: ReadTx,
    dealers: frozenset[int] | None = None,
    *,
    customer_id: int | None = None,
    before: int | None = None,
    limit: int = 50,
) -> list[CoreBalance]:
    """The ledgers with cores that may still come back, of the newest `limit` orders with an id below `before`.

    Those of these dealers (None: of all), and of one customer if it is given.
    """
    return _all(tx, sql.outstanding_charges(tx, dealers, customer_id, before, limit))


def _of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[CoreCharge]:
    return sql.charges_of_orders(tx, order_ids) if order_ids else []


def _all(tx: ReadTx, charges: list[CoreCharge]) -> list[CoreBalance]:
    entries = sql.entries_of_orders(tx, {charge.order_id for charge in charges}) if charges else []
    return [balance_of(charge, entries) for charge in charges]
