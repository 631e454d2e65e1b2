"""Says where a dealer's orders are to be posted."""

from urllib.parse import urlsplit

from partscounter.database import WriteTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.errors import BadAddress
from partscounter.domain.export.push.events import PushTargetSet
from partscounter.domain.export.push.target import PushTarget
from partscounter.kit.refusal import Violation

_LONGEST_URL = 2000
_SCHEMES = {"https", "http"}


def set_target(tx: WriteTx, dealer_id: int, url: str, *, marks_received: bool, secret: str) -> PushTarget:
    """The dealer's target, switched on; orders submitted from now on are posted to it.

    `secret`, from `new_secret`, is used if the dealer has no target yet; one that is there keeps its own, so that a
    changed address needs no new secret. Refuses with BadAddress.
    """
    wrong = _wrong_with(url)
    if wrong:
        raise BadAddress("Orders cannot be posted to this address.", (Violation("url", wrong, url),))
    values = {
        "dealer_id": dealer_id,
        "url": url,
        "secret": secret,
        "enabled": True,
        "off_reason": "",
        "marks_received": marks_received,
        "created_at": tx.now,
    }
    target = sql.put_target(tx, values)
    tx.emit(PushTargetSet(dealer_id, url, marks_received))
    return target


def _wrong_with(url: str) -> str:
    """What is wrong with the address as written; empty if nothing. Where it leads is checked with every try."""
    if len(url) > _LONGEST_URL or not url.isprintable() or " " in url:
        return f"must be at most {_LONGEST_URL} characters, without blanks"
    try:
        parts = urlsplit(url)
        complete = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        complete = False
    if not complete:
        return "must be a whole address that begins with https:// or http://"
    if parts.username is not None or parts.password is not None or parts.fragment:
        return "must have no user, no password and no fragment"
    return ""
