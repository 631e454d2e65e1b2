"""From a V2 body to the V3 body that says the same (section "Changes from V2 to V3"). Pure: no document is asked.

What the mapping table leaves open is decided here:

- V3 wants a fulfilment type: pickup for the statuses that only a pickup has, else delivery.
- V3 wants quantities, V2 names parts only. A part counts as often as it is named, so once where it is not repeated.
- `onlyShippedStatusFlag` hides the tracking information: what the status does not demand is then left out, and without
  it no link is shown.
- The credentials, `dealerCustomerCheck` and whatever else is not in the table are left out.
"""

from collections import Counter

from partscounter.domain.fulfilment import FulfilmentType
from partscounter.kit.text import squash
from partscounter.wire.order_tracking import value
from partscounter.wire.order_tracking.sent import Json
from partscounter_contracts.order_tracking import REQUIREMENTS, DocumentStatus, Requirement

CREDENTIALS = frozenset({"shipmenttrackusername", "shipmenttrackpassword"})
"""In small letters: a misspelt password is one all the same."""

_SHIPMENT = {
    "shipCarrier": "carrier",
    "shipDate": "shipmentDate",
    "shipMethod": "shipmentMethod",
    "trackingId": "trackingId",
    "trackingURL": "trackingUrl",
}
_PICKUP = frozenset(
    {DocumentStatus.PICKED_UP, DocumentStatus.READY_FOR_PICKUP, DocumentStatus.READY_FOR_PARTIAL_PICKUP}
)
_YES = frozenset({"y", "yes", "true", "1"})


def upgrade_body(body: Json) -> Json:
    """The V3 body. Nothing is checked: what is wrong in `body` is wrong in the result, in the place of V3."""
    status = body.get("shippedStatus")
    shipment = _shipment(body, status)
    fulfillment: dict[str, object] = {
        "type": (FulfilmentType.PICKUP if value.is_one_of(status, _PICKUP) else FulfilmentType.DELIVERY).value,
        "parts": _parts(body.get("parts")),
    }
    if shipment:
        fulfillment["shipmentInformation"] = shipment
    head = {name: body[name] for name in ("dealerCode", "documentNumber") if name in body}
    return {**head, "documentStatus": status, "fulfillment": fulfillment}


def without_credentials(body: Json) -> Json:
    """`body` as it may be kept."""
    return {name: kept for name, kept in body.items() if name.lower() not in CREDENTIALS}


def _shipment(body: Json, status: object) -> Json:
    sent = {name: body[old] for old, name in _SHIPMENT.items() if body.get(old) is not None}
    if not _is_set(body.get("onlyShippedStatusFlag")):
        return sent
    wanted = REQUIREMENTS[DocumentStatus(status)] if value.is_status(status) else {}
    return {name: each for name, each in sent.items() if wanted.get(name) is Requirement.MANDATORY}


def _is_set(flag: object) -> bool:
    """The document prints no value of the flag, so all the usual spellings of yes are known."""
    return flag == 1 or (isinstance(flag, str) and flag.strip().lower() in _YES)


def _parts(sent: object) -> object:
    """A part for each number, as it is first spelled; a list with anything but text is left to be found wrong."""
    if not isinstance(sent, list):
        return sent
    if not all(isinstance(number, str) for number in sent):
        return [{"partNumber": number} for number in sent]
    counts = Counter(squash(number) for number in sent)
    spellings = {squash(number): number for number in reversed(sent)}
    return [{"partNumber": spellings[key], "quantity": count} for key, count in counts.items()]
