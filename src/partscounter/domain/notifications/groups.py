"""The notification groups that a customer can switch off (Order Tracking v3, "Email Notifications")."""

from collections.abc import Mapping
from enum import StrEnum

from partscounter.domain.fulfilment import TrackingStatus


class Group(StrEnum):
    """One checkbox of the preferences page; the values are stored."""

    DELIVERED = "delivered"
    FULLY_SHIPPED = "fully_shipped"
    PARTIALLY_SHIPPED = "partially_shipped"
    PICKED_UP = "picked_up"
    READY_FOR_PICKUP = "ready_for_pickup"
    ON_HOLD = "on_hold"
    RELEASED = "released"
    PROBLEM = "problem"


GROUP_OF: Mapping[TrackingStatus, Group | None] = {
    TrackingStatus.DELIVERED: Group.DELIVERED,
    TrackingStatus.FULLY_SHIPPED: Group.FULLY_SHIPPED,
    TrackingStatus.PARTIALLY_SHIPPED: Group.PARTIALLY_SHIPPED,
    TrackingStatus.PICKED_UP: Group.PICKED_UP,
    TrackingStatus.READY_FOR_PICKUP: Group.READY_FOR_PICKUP,
    TrackingStatus.READY_FOR_PARTIAL_PICKUP: Group.READY_FOR_PICKUP,
    TrackingStatus.ON_HOLD: Group.ON_HOLD,
    TrackingStatus.RELEASED: Group.RELEASED,
    TrackingStatus.EXCEPTION: Group.PROBLEM,
    TrackingStatus.CANCELLED: None,
}
"""None: always sent, like the order confirmation."""

GROUP_OF_PROMISES = Group.PROBLEM
"""Parts on back order, and dates that slip, are a problem with the order (ours: the document has no such mail)."""
