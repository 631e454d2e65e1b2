"""The enumerations of Parts Orders (document section "Definitions" and "Parts Orders Status Fields")."""

from enum import StrEnum


class PartsOrderType(StrEnum):
    """How urgent the order is. A dealer may not make use of them all."""

    EMERGENCY = "EMG"
    VEHICLE_OFF_ROAD = "VOR"
    STOCK_ORDER = "STK"
    DAILY_PARTS_ORDER = "DPO"
    COLLECTION = "COL"


DEFAULT_ORDER_TYPE = PartsOrderType.STOCK_ORDER


class PartsOrderLineStatus(StrEnum):
    """How far one line of the order has come."""

    OPEN = "OPEN"
    RESERVED = "RESERVED"
    ISSUED = "ISSUED"
    BACKORDER = "BACKORDER"
    PACKED = "PACKED"
    INTRANSIT = "INTRANSIT"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    INVOICED = "INVOICED"


class PartsOrderStatus(StrEnum):
    """How far the order has come, derived from the statuses of its lines."""

    CREATED = "CREATED"
    CONFIRMED = "CONFIRMED"
    INPROGRESS = "INPROGRESS"
    SHIPPED = "SHIPPED"
    CLOSED = "CLOSED"
