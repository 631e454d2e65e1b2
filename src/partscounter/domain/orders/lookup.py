"""Finding orders by the names that the contracts give them."""

import re
from collections.abc import Collection, Sequence

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.errors import AmbiguousOrder, UnknownOrder
from partscounter.domain.orders.lines import store as lines
from partscounter.domain.orders.movable import MovableOrder
from partscounter.domain.orders.order import Order, PricedOrder
from partscounter.domain.orders.shopping_cart import PlacedCart

_ID = re.compile(r"[0-9]{1,18}")


def get_order(tx: ReadTx, order_id: int) -> Order:
    """By id; refuses with UnknownOrder."""
    return _known(sql.find_order(tx, id=order_id), order_id)


def get_order_of_store(tx: ReadTx, store_id: int, order_id: int) -> Order:
    """By id, if it is an order of this store; refuses with UnknownOrder otherwise."""
    return _known(sql.find_order(tx, id=order_id, store_id=store_id), order_id)


def get_order_of_dealer(tx: ReadTx, dealer_id: int, order_id: int) -> Order:
    """By id, if it is an order of this dealer; refuses with UnknownOrder otherwise."""
    return _known(sql.find_order(tx, id=order_id, dealer_id=dealer_id), order_id)


def lock_order(tx: WriteTx, order_id: int) -> Order:
    """The order as it is now, held until the transaction ends; refuses with UnknownOrder."""
    return _known(sql.find_order(tx, id=order_id, lock=True), order_id)


def find_order_by_document(tx: ReadTx, dealer_id: int, document_number: str) -> Order | None:
    """The dealer's newest order under this document number."""
    return sql.find_order(tx, dealer_id=dealer_id, document_number=document_number)


def find_part_keys(tx: ReadTx, dealer_id: int, document_number: str) -> frozenset[str] | None:
    """The squashed names of all parts of `find_order_by_document`'s order, at a tenth of its cost; None without one."""
    return lines.find_part_keys(tx, dealer_id, document_number)


def lock_order_by_document(tx: WriteTx, dealer_id: int, document_number: str) -> MovableOrder | None:
    """As much of `find_order_by_document`'s order as its units need, held until the transaction ends."""
    return lines.lock_movable(tx, dealer_id, document_number)


def get_order_named(tx: ReadTx, name: str, dealer_id: int | None = None) -> Order:
    """The newest order that an operator means by `name`: its number or document number, or else its id.

    Refuses with UnknownOrder, or with AmbiguousOrder where several dealers know the name and none is given.
    """
    named = sql.orders_named(tx, name, dealer_id) or (sql.orders_with(tx, id=int(name)) if _ID.fullmatch(name) else [])
    found = [order for order in named if dealer_id in {None, order.dealer_id}]
    if not found:
        raise UnknownOrder(f"There is no order {name}.")
    if len({order.dealer_id for order in found}) > 1:
        raise AmbiguousOrder(f"Several dealers have an order {name}.")
    return found[-1]


def list_orders_by_id(tx: ReadTx, ids: Sequence[int]) -> list[Order]:
    """The orders with these ids, ascending; unknown ids are left out. For some hundreds at once, not for all."""
    return sql.orders_by_id(tx, ids)


def list_priced_orders(tx: ReadTx, ids: Sequence[int]) -> list[PricedOrder]:
    """What `list_orders_by_id` gives, as far as an export shows it: a quarter fewer columns are read."""
    return sql.priced_orders_by_id(tx, ids)


def list_orders_of_cart(tx: ReadTx, transaction_id: int) -> list[Order]:
    """The orders that one cart became, one for each store."""
    return sql.orders_with(tx, transaction_id=transaction_id)


def find_cart(tx: ReadTx, transaction_id: int) -> PlacedCart | None:
    """When and by whom a cart was bought."""
    return sql.load_carts(tx, [transaction_id]).get(transaction_id)


def load_carts(tx: ReadTx, transaction_ids: Collection[int]) -> dict[int, PlacedCart]:
    """The carts with these transaction ids, by id; for some hundreds at once."""
    return sql.load_carts(tx, transaction_ids) if transaction_ids else {}


def list_submissions(tx: ReadTx, dealer_id: int, uuid: str) -> list[Order]:
    """Every submission under one uuid, oldest first."""
    return sql.orders_with(tx, dealer_id=dealer_id, uuid=uuid)


def _known(order: Order | None, order_id: int) -> Order:
    if order is None:
        raise UnknownOrder(f"There is no order {order_id}.")
    return order


def count_orders(tx: ReadTx) -> int:
    """How many there are, of all dealers, every submission counted."""
    return sql.count_orders(tx)
