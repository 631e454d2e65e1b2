"""Where a shipment can be followed on the carrier's own pages."""

from itertools import accumulate
from typing import Final
from urllib.parse import quote, urlsplit

from partscounter.domain.fulfilment.update import Shipment
from partscounter.kit.text import fold

_PAGES: Final = {
    "ups": "https://www.ups.com/track?tracknum={}",
    "fedex": "https://www.fedex.com/fedextrack/?trknbr={}",
    "usps": "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
    "dhl": "https://www.dhl.com/en/express/tracking.html?AWB={}",
    "purolator": "https://www.purolator.com/en/shipping/tracker?pin={}",
    "canadapost": "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={}",
}


_ALSO: Final = {
    "unitedparcelservice": "ups",
    "federalexpress": "fedex",
    "unitedstatespostalservice": "usps",
    "uspostalservice": "usps",
    "postescanada": "canadapost",
}
"""What else a carrier is called."""


def tracking_link(shipment: Shipment) -> str | None:
    """The link to show, if one may be shown.

    The contract shows a link when carrier, date, method and tracking id are all known. The dealer's own URL comes
    first if it is http or https; otherwise it is built for the carriers whose pages are known, by the words that the
    carrier's name begins with: `UPS Ground` is UPS, `Upstate Freight` is not.
    """
    if not (shipment.carrier and shipment.shipped_on and shipment.method and shipment.tracking_id):
        return None
    if shipment.tracking_url:
        return shipment.tracking_url if _is_web_address(shipment.tracking_url) else None
    page = _page_of(shipment.carrier)
    return None if page is None else page.format(quote(shipment.tracking_id, safe=""))


def _page_of(carrier: str) -> str | None:
    """Whole words only, however they are written apart: `Fed Ex`, `U.P.S.` and `CanadaPost` are known too."""
    beginnings = accumulate(fold(carrier).split())
    return next((_PAGES[name] for name in (_ALSO.get(each, each) for each in beginnings) if name in _PAGES), None)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
