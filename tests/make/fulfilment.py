"""Tracking updates to test with."""

from datetime import date, timedelta
from hashlib import sha256

from partscounter.database import Database
from partscounter.domain import fulfilment
from partscounter.domain.fulfilment import FulfilmentType, Outcome, Shipment, TrackingStatus, TrackingUpdate, UpdatePart
from partscounter.domain.orders import Order
from tests.make.counter import TESTER

DAY = timedelta(hours=24)


def make_update(
    order: Order, status: str, *parts: tuple[str, int], type_: str = "delivery", tracking_id: str = ""
) -> TrackingUpdate:
    """An update of `(part number, quantity)` parts; equal arguments make equal fingerprints."""
    shipment = Shipment(carrier="UPS", shipped_on=date(2026, 3, 2), method="Ground", tracking_id=tracking_id)
    return TrackingUpdate(
        dealer_id=order.dealer_id,
        document_number=order.document_number,
        status=TrackingStatus(status),
        type=FulfilmentType(type_),
        parts=tuple(UpdatePart(number, quantity) for number, quantity in parts),
        shipment=shipment if tracking_id else Shipment(),
        fingerprint=sha256(repr((status, parts, type_, tracking_id)).encode()).hexdigest(),
    )


def take(database: Database, update: TrackingUpdate, window: timedelta = DAY) -> Outcome:
    """What came of the update."""
    return database.write(TESTER, lambda tx: fulfilment.take_update(tx, update, repeat_window=window))
