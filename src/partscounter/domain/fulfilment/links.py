"""Where a shipment can be followed on the carrier's own pages."""

from urllib.parse import quote, urlsplit

from partscounter.domain.fulfilment.update import Shipment
from partscounter.kit.text import squash

_PAGES = {
    "ups": "https://www.ups.com/track?tracknum={}",
    "fedex": "https://www.fedex.com/fedextrack/?trknbr={}",
    "usps": "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
    "dhl": "https://www.dhl.com/en/express/tracking.html?AWB={}",
    "purolator": "https://www.purolator.com/en/shipping/tracker?pin={}",
    "canadapost": "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={}",
}


def tracking_link(shipment: Shipment) -> str | None:
    """The link to show, if one may be shown.

    The contract shows a link when carrier, date, method and tracking id are all known. The dealer's own URL comes
    first if it is http or https; otherwise it is built for the carriers whose pages are known.
    """
    if not (shipment.carrier and shipment.shipped_on and shipment.method and shipment.tracking_id):
        return None
    if shipment.tracking_url:
        return shipment.tracking_url if _is_web_address(shipment.tracking_url) else None
    carrier = squash(shipment.carrier)
    page = next((page for name, page in _PAGES.items() if carrier.startswith(name)), None)
    return None if page is None else page.format(quote(shipment.tracking_id, safe=""))


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
