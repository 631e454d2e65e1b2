"""What each tracking status does to the units that an update lists. The whole of it is this table.

RP PA          what is on the shelf     ──► PACKED
PS FS          what is not yet shipped  ──► IN_TRANSIT     (more than that is over-shipment)
DL PU          what is not yet there    ──► DELIVERED
OC             what is not yet shipped  ──► CANCELLED      (stock that was held is free again)
OH OR EX       nothing moves
"""

from collections.abc import Mapping
from dataclasses import dataclass

from partscounter.domain.fulfilment.update import TrackingStatus
from partscounter.domain.orders import Stage


@dataclass(frozen=True, slots=True)
class Effect:
    """Where the listed units go, and whether units beyond the order count as over-shipped."""

    target: Stage | None = None
    over_ships: bool = False


EFFECTS: Mapping[TrackingStatus, Effect] = {
    TrackingStatus.READY_FOR_PICKUP: Effect(Stage.PACKED),
    TrackingStatus.READY_FOR_PARTIAL_PICKUP: Effect(Stage.PACKED),
    TrackingStatus.PARTIALLY_SHIPPED: Effect(Stage.IN_TRANSIT, over_ships=True),
    TrackingStatus.FULLY_SHIPPED: Effect(Stage.IN_TRANSIT, over_ships=True),
    TrackingStatus.DELIVERED: Effect(Stage.DELIVERED),
    TrackingStatus.PICKED_UP: Effect(Stage.DELIVERED),
    TrackingStatus.CANCELLED: Effect(Stage.CANCELLED),
    TrackingStatus.ON_HOLD: Effect(),
    TrackingStatus.RELEASED: Effect(),
    TrackingStatus.EXCEPTION: Effect(),
}

HANDS_OVER = frozenset(
    status for status, effect in EFFECTS.items() if effect.target in {Stage.PACKED, Stage.IN_TRANSIT, Stage.DELIVERED}
)
"""Statuses by which goods are on their way to the customer, so that both sides must have agreed."""
PICKUP_ONLY = frozenset(
    {TrackingStatus.PICKED_UP, TrackingStatus.READY_FOR_PICKUP, TrackingStatus.READY_FOR_PARTIAL_PICKUP}
)
SHIPS = frozenset({TrackingStatus.PARTIALLY_SHIPPED, TrackingStatus.FULLY_SHIPPED})
TELLS_SHIPMENT = frozenset({*SHIPS, TrackingStatus.DELIVERED, TrackingStatus.CANCELLED, TrackingStatus.EXCEPTION})
"""Statuses to which carrier, date and tracking id apply; those sent with others are stored and not shown ("Order
Status & Flow": X in the table of optional values)."""
ARRIVED = frozenset({TrackingStatus.DELIVERED, TrackingStatus.PICKED_UP})
