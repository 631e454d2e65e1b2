"""From an update that was found right to the domain's command."""

from partscounter.domain.fulfilment import FulfilmentType, TrackingStatus, TrackingUpdate
from partscounter.wire.order_tracking import value
from partscounter.wire.order_tracking.check_parts import read_part
from partscounter.wire.order_tracking.check_shipment import read_shipment
from partscounter.wire.order_tracking.sent import SentUpdate, canonical


def read_update(dealer_id: int, sent: SentUpdate) -> TrackingUpdate:
    """The command; `sent` has passed every check. What the document reserves for the future is kept as it came."""
    custom_fields = sent.fulfillment.get("customFields")
    return TrackingUpdate(
        dealer_id=dealer_id,
        document_number=value.text_or_empty(sent.body["documentNumber"]),
        status=TrackingStatus(value.text_or_empty(sent.body["documentStatus"])),
        type=FulfilmentType(value.text_or_empty(sent.fulfillment["type"])),
        parts=tuple(read_part(part) for part in sent.parts if isinstance(part, dict)),
        shipment=read_shipment(sent),
        fulfilment_status=value.text_or_empty(sent.fulfillment.get("status")),
        custom_fields="" if custom_fields is None else canonical(custom_fields).decode(),
        fingerprint=sent.fingerprint,
    )
