"""Fulfilment: what dealers say of their orders, and what it does to them."""

from partscounter.domain.fulfilment.errors import AwaitsApproval, PartNotOnDocument, UnknownDocument
from partscounter.domain.fulfilment.events import UpdateRepeated, UpdateTaken
from partscounter.domain.fulfilment.fill import fill_quantities, open_units
from partscounter.domain.fulfilment.history import (
    HistoryEntry,
    get_update,
    latest_shipment,
    latest_shipments,
    list_history,
    list_updates,
    shown_shipment,
)
from partscounter.domain.fulfilment.links import tracking_link
from partscounter.domain.fulfilment.plan import Plan, match_parts, plan_update
from partscounter.domain.fulfilment.rebuild import Difference, Rebuilt, find_differences, rebuild_order
from partscounter.domain.fulfilment.take import Outcome, take_update
from partscounter.domain.fulfilment.update import (
    FulfilmentType,
    Shipment,
    TakenUpdate,
    TrackingStatus,
    TrackingUpdate,
    UpdatePart,
)

__all__ = [
    "AwaitsApproval",
    "Difference",
    "FulfilmentType",
    "HistoryEntry",
    "Outcome",
    "PartNotOnDocument",
    "Plan",
    "Rebuilt",
    "Shipment",
    "TakenUpdate",
    "TrackingStatus",
    "TrackingUpdate",
    "UnknownDocument",
    "UpdatePart",
    "UpdateRepeated",
    "UpdateTaken",
    "fill_quantities",
    "find_differences",
    "get_update",
    "latest_shipment",
    "latest_shipments",
    "list_history",
    "list_updates",
    "match_parts",
    "open_units",
    "plan_update",
    "rebuild_order",
    "shown_shipment",
    "take_update",
    "tracking_link",
]
