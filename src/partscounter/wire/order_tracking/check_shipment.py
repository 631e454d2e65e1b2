"""The checks of `shipmentInformation` (rows 15 to 17), and the shipment as the domain takes it.

A field that the status needs must be there; one that is there must be of its type and length, whatever the status.
"""

import re
from datetime import date

from partscounter.domain.fulfilment import Shipment
from partscounter.wire.order_tracking import value
from partscounter.wire.order_tracking.sent import SentUpdate
from partscounter_contracts.order_tracking import REQUIREMENTS, SHIPMENT_LENGTHS, DocumentStatus, Requirement

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_tracking_wrong(sent: SentUpdate) -> bool:
    """Row 15. A `shipmentInformation` that is no object has no code of its own, and takes that of its main field."""
    information = sent.fulfillment.get("shipmentInformation")
    if information is not None and not isinstance(information, dict):
        return True
    return _is_missing(sent, "trackingId") or not (_fits(sent, "trackingId") and _fits(sent, "trackingUrl"))


def is_carrier_wrong(sent: SentUpdate) -> bool:
    """Row 16."""
    return _is_missing(sent, "carrier") or not (_fits(sent, "carrier") and _fits(sent, "shipmentMethod"))


def is_date_missing(sent: SentUpdate) -> bool:
    """Row 17, code 160."""
    return _is_missing(sent, "shipmentDate")


def is_date_wrong(sent: SentUpdate) -> bool:
    """Row 17, code 165."""
    sent_date = sent.shipment.get("shipmentDate")
    return not value.is_blank(sent_date) and _read_date(sent_date) is None


def read_shipment(sent: SentUpdate) -> Shipment:
    """The shipment of an update that was found right; fields that do not apply to its status are kept all the same.

    Without blanks around them, so that what is blank is absent here, too.
    """
    shipment = sent.shipment
    return Shipment(
        carrier=value.text_or_empty(shipment.get("carrier")).strip(),
        shipped_on=_read_date(shipment.get("shipmentDate")),
        method=value.text_or_empty(shipment.get("shipmentMethod")).strip(),
        tracking_id=value.text_or_empty(shipment.get("trackingId")).strip(),
        tracking_url=value.text_or_empty(shipment.get("trackingUrl")).strip(),
    )


def _is_missing(sent: SentUpdate, name: str) -> bool:
    status = sent.body["documentStatus"]
    needed = value.is_status(status) and REQUIREMENTS[DocumentStatus(status)][name] is Requirement.MANDATORY
    return needed and value.is_blank(sent.shipment.get(name))


def _fits(sent: SentUpdate, name: str) -> bool:
    sent_value = sent.shipment.get(name)
    return sent_value is None or value.text_within(sent_value, SHIPMENT_LENGTHS[name]) is not None


def _read_date(text: object) -> date | None:
    """A real day written YYYY-MM-DD; `date.fromisoformat` alone would also take 20210430 and 2021-W17-5."""
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
