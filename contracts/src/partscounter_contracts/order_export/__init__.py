"""eCat JSON batch order export v2: orders are pulled and marked received, pushed, and entered."""

from partscounter_contracts.order_export import examples
from partscounter_contracts.order_export.consumer import (
    Consumer,
    ConsumerEntry,
    GivenConsumer,
    GivenConsumers,
    GivenReceipt,
    Receipt,
    receipt_of,
)
from partscounter_contracts.order_export.entry import (
    LINES_AT_MOST,
    AddressEntry,
    CustomerEntry,
    ItemEntry,
    OrderEntry,
    RepEntry,
)
from partscounter_contracts.order_export.envelope import (
    Failure,
    MarkedOrders,
    MarkResult,
    NewOrders,
    Status,
    TakenOrder,
)
from partscounter_contracts.order_export.operations import CONTRACT, OPERATIONS
from partscounter_contracts.order_export.order import BillTo, Customer, Item, Order, OrderStatus, Rep, ShipTo

__all__ = [
    "CONTRACT",
    "LINES_AT_MOST",
    "OPERATIONS",
    "AddressEntry",
    "BillTo",
    "Consumer",
    "ConsumerEntry",
    "Customer",
    "CustomerEntry",
    "Failure",
    "GivenConsumer",
    "GivenConsumers",
    "GivenReceipt",
    "Item",
    "ItemEntry",
    "MarkResult",
    "MarkedOrders",
    "NewOrders",
    "Order",
    "OrderEntry",
    "OrderStatus",
    "Receipt",
    "Rep",
    "RepEntry",
    "ShipTo",
    "Status",
    "TakenOrder",
    "examples",
    "receipt_of",
]
