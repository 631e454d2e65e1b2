"""Orders: placing, entering, submitting again, moving their units, finding them."""

from partscounter.domain.orders.approval import ask_approvers, note_approval
from partscounter.domain.orders.audit import StockDifference, find_stock_differences, iterate_orders
from partscounter.domain.orders.backorders.errors import InvalidPromise, NotOnBackOrder
from partscounter.domain.orders.backorders.events import LinesPromised
from partscounter.domain.orders.backorders.kept import KeptCount, count_kept
from partscounter.domain.orders.backorders.lookup import list_overdue, list_promises, load_promises, promised_days
from partscounter.domain.orders.backorders.promise import Promise, Telling
from partscounter.domain.orders.backorders.promise_lines import promise_lines
from partscounter.domain.orders.backorders.reserve_arrived import (
    list_waiting_items,
    list_waiting_orders,
    reserve_arrived,
)
from partscounter.domain.orders.cart import place_cart
from partscounter.domain.orders.draft import DraftLine, Identity, OrderDraft
from partscounter.domain.orders.enter import enter_order
from partscounter.domain.orders.entered import EnteredLine, EnteredOrder
from partscounter.domain.orders.errors import AmbiguousOrder, InvalidOrder, KeyReused, UnknownOrder
from partscounter.domain.orders.events import OrderPlaced, UnitsMoved, moves_data
from partscounter.domain.orders.holdings import Holding, list_holdings
from partscounter.domain.orders.idempotency import forget_keys, once
from partscounter.domain.orders.line import LinePrice, OrderLine, PricedLine, VehicleReference
from partscounter.domain.orders.lookup import (
    count_orders,
    find_cart,
    find_order_by_document,
    find_part_keys,
    get_order,
    get_order_named,
    get_order_of_dealer,
    get_order_of_store,
    list_orders_by_id,
    list_orders_of_cart,
    list_priced_orders,
    list_submissions,
    load_carts,
    lock_order,
    lock_order_by_document,
)
from partscounter.domain.orders.movable import MovableLine, MovableOrder
from partscounter.domain.orders.move import move_units
from partscounter.domain.orders.of_accounts import (
    OrdersWanted,
    find_order_of_buyer,
    list_orders_of_buyer,
    note_buyer,
)
from partscounter.domain.orders.of_machines import SERIAL_NUMBER, list_orders_of_machine, refer_to_machine
from partscounter.domain.orders.order import Channel, Contact, Order, PricedOrder, Rep, Terms
from partscounter.domain.orders.place import place_order
from partscounter.domain.orders.public_link import UnknownOrderLink, list_linked_orders, sign_cart_link, sign_order_link
from partscounter.domain.orders.quantities import (
    NOT_SHIPPED,
    Move,
    Quantities,
    Stage,
    moves_forward,
    moves_to_cancel,
)
from partscounter.domain.orders.reserve import reserve_order
from partscounter.domain.orders.resubmit import is_replaced_wholesale, submit_order
from partscounter.domain.orders.sell import sell_cart
from partscounter.domain.orders.shopping_cart import CartLine, LineFault, PlacedCart, ShoppingCart, SoldCart
from partscounter.domain.orders.states import LineState, OrderState, line_state, order_state
from partscounter.domain.orders.track import note_tracking_status

__all__ = [
    "NOT_SHIPPED",
    "SERIAL_NUMBER",
    "AmbiguousOrder",
    "CartLine",
    "Channel",
    "Contact",
    "DraftLine",
    "EnteredLine",
    "EnteredOrder",
    "Holding",
    "Identity",
    "InvalidOrder",
    "InvalidPromise",
    "KeptCount",
    "KeyReused",
    "LineFault",
    "LinePrice",
    "LineState",
    "LinesPromised",
    "MovableLine",
    "MovableOrder",
    "Move",
    "NotOnBackOrder",
    "Order",
    "OrderDraft",
    "OrderLine",
    "OrderPlaced",
    "OrderState",
    "OrdersWanted",
    "PlacedCart",
    "PricedLine",
    "PricedOrder",
    "Promise",
    "Quantities",
    "Rep",
    "ShoppingCart",
    "SoldCart",
    "Stage",
    "StockDifference",
    "Telling",
    "Terms",
    "UnitsMoved",
    "UnknownOrder",
    "UnknownOrderLink",
    "VehicleReference",
    "ask_approvers",
    "count_kept",
    "count_orders",
    "enter_order",
    "find_cart",
    "find_order_by_document",
    "find_order_of_buyer",
    "find_part_keys",
    "find_stock_differences",
    "forget_keys",
    "get_order",
    "get_order_named",
    "get_order_of_dealer",
    "get_order_of_store",
    "is_replaced_wholesale",
    "iterate_orders",
    "line_state",
    "list_holdings",
    "list_linked_orders",
    "list_orders_by_id",
    "list_orders_of_buyer",
    "list_orders_of_cart",
    "list_orders_of_machine",
    "list_overdue",
    "list_priced_orders",
    "list_promises",
    "list_submissions",
    "list_waiting_items",
    "list_waiting_orders",
    "load_carts",
    "load_promises",
    "lock_order",
    "lock_order_by_document",
    "move_units",
    "moves_data",
    "moves_forward",
    "moves_to_cancel",
    "note_approval",
    "note_buyer",
    "note_tracking_status",
    "once",
    "order_state",
    "place_cart",
    "place_order",
    "promise_lines",
    "promised_days",
    "refer_to_machine",
    "reserve_arrived",
    "reserve_order",
    "sell_cart",
    "sign_cart_link",
    "sign_order_link",
    "submit_order",
]
