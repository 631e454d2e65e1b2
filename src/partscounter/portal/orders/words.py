"""What the desk calls things: kinds of work, steps, stages, doors."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.domain.fulfilment.desk import Step
from partscounter.domain.orders import Channel, Stage
from partscounter.domain.orders.queue import Work

WORKS: Final[Mapping[Work, str]] = {
    Work.OPEN: "Open",
    Work.TO_PICK: "To pick",
    Work.TO_SHIP: "To ship",
    Work.BACK_ORDERED: "Back-ordered",
    Work.APPROVAL: "Awaiting approval",
    Work.ON_HOLD: "On hold",
    Work.IN_TRANSIT: "In transit",
    Work.REVIEW: "Needs review",
    Work.DELIVERED: "To invoice",
    Work.CLOSED: "Closed",
    Work.ALL: "All",
}

STAGES: Final[Mapping[Stage, str]] = {
    Stage.OPEN: "open",
    Stage.BACKORDER: "back-ordered",
    Stage.RESERVED: "reserved",
    Stage.ISSUED: "picked",
    Stage.PACKED: "packed",
    Stage.IN_TRANSIT: "in transit",
    Stage.DELIVERED: "delivered",
    Stage.INVOICED: "invoiced",
    Stage.CANCELLED: "cancelled",
}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.PARTS_ORDERS: "Parts Orders",
    Channel.ORDER_ENTRY: "Order entry",
    Channel.SALE: "Sales document",
    Channel.WEB: "Shop",
    Channel.IMPORT: "Import",
}

DOORS: Final[Mapping[str, str]] = {
    "order_tracking": "Order Tracking v3",
    "order_tracking_v2": "Order Tracking v2",
    "order_export": "Order Export",
    "inventory": "Inventory",
    "parts_orders": "Parts Orders",
    "qr_associations": "QR Associations",
    "stock": "Stock",
    "portal": "Portal",
    "storefront": "Shop",
    "cli": "Command line",
    "worker": "Worker",
    "demo": "Demo",
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """How a step is said."""

    button: str
    done: str
    effect: str
    """What it does, for who has not done it before."""


STEPS: Final[Mapping[Step, StepWords]] = {
    Step.PICK: StepWords("Pick", "Picked.", "Takes the units off the shelf. Nobody is told."),
    Step.PACK: StepWords("Pack", "Packed.", "Puts the units into the parcel. Nobody is told."),
    Step.READY: StepWords(
        "Ready for pick-up", "Ready for pick-up.", "Tells the customer that the units can be fetched."
    ),
    Step.SHIP: StepWords(
        "Ship", "Shipped.", "Hands the units to the carrier, and tells the customer how to follow them."
    ),
    Step.HAND_OVER: StepWords("Hand over", "Handed over.", "The customer has taken the units at the counter."),
    Step.DELIVER: StepWords("Deliver", "Delivered.", "The units have arrived at the customer's."),
    Step.INVOICE: StepWords("Invoice", "Invoiced.", "Closes the units; the invoice itself is written elsewhere."),
    Step.CANCEL: StepWords("Cancel units", "Cancelled.", "Takes units off the order and gives their stock back."),
    Step.HOLD: StepWords("Hold", "On hold.", "Nothing moves until the order is released."),
    Step.RELEASE: StepWords("Release", "Released.", "Goes on with an order that was on hold."),
    Step.PROBLEM: StepWords(
        "Report a problem", "Problem reported.", "Tells the customer that something is in the way."
    ),
}
