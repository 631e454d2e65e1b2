"""A V2 update as it was sent: its V3 equal to be checked, and what of it may be kept."""

from dataclasses import dataclass

from partscounter.web.problems import Malformed
from partscounter.wire.order_tracking.sent import SentUpdate, canonical, fingerprint, read_object, take_apart
from partscounter.wire.order_tracking.upgrade import upgrade_body, without_credentials


@dataclass(frozen=True, slots=True)
class SentV2:
    """`payload` is the canonical JSON of the body without the credentials, for the history.

    The fingerprint of `update` is that of `payload`: a V2 update repeats a V2 update only, because one of V3 may say
    the same of other quantities.
    """

    update: SentUpdate
    payload: bytes


def read_sent_v2(raw: bytes) -> SentV2:
    """What `raw` says. Raises Malformed if it is no JSON object."""
    body = without_credentials(read_object(raw))
    return SentV2(take_apart(upgrade_body(body), fingerprint(body)), canonical(body))


def read_credentials(raw: bytes) -> tuple[str, str] | None:
    """User name and password of the body; None if it has not both."""
    try:
        body = read_object(raw)
    except Malformed:
        return None
    user, password = body.get("shipmentTrackUserName"), body.get("shipmentTrackPassword")
    return (user, password) if isinstance(user, str) and isinstance(password, str) else None
