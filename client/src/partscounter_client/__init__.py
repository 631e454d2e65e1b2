"""A typed client for the five contracts: the same code against Partscounter and against the services themselves."""

from partscounter_client._errors import ClientError, Refused, UnreadableAnswer
from partscounter_client.inventory import Inventory
from partscounter_client.order_export import OrderExport
from partscounter_client.order_tracking import OrderTracking
from partscounter_client.parts_orders import PartsOrders
from partscounter_client.qr_associations import QRAssociations
from partscounter_client.stock import Stock

__all__ = [
    "ClientError",
    "Inventory",
    "OrderExport",
    "OrderTracking",
    "PartsOrders",
    "QRAssociations",
    "Refused",
    "Stock",
    "UnreadableAnswer",
]
