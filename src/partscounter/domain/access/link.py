"""Signed links: an address that proves its holder was sent it, for what needs no login.

They carry their subject in the open, as `subject.key.proof`, and do not expire of themselves: a link lives as long as
its signing key is known, which is `LINK_LIFETIME` beyond the key's retirement. Forgetting a leaked key ends its links.
"""

import base64
import hmac
import re
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.rotate_signing_key import ensure_signing_key
from partscounter.domain.access.signing_key import SigningKey

_LONGEST: Final = 512
_KEY_ID: Final = re.compile(r"[1-9][0-9]{0,17}")
_PROOF_BYTES: Final = 16
_DERIVED_FOR: Final = b"partscounter link"
"""Links are proved by a key of their own, so that no access token can be one, nor a link an access token."""


def sign_link(tx: WriteTx, purpose: str, subject: str) -> str:
    """What goes into an address to show that we gave it out for `purpose` on `subject`; both are ASCII."""
    key = ensure_signing_key(tx)
    return f"{subject}.{key.id}.{_proof(key, purpose, subject)}"


def read_link(tx: ReadTx, purpose: str, link: str) -> str | None:
    """The subject that `sign_link` was given; None for anything that it has not made for this purpose."""
    subject, key_id, proof = ["", "", *link.rsplit(".", 2)][-3:]
    if len(link) > _LONGEST or not link.isascii() or not _KEY_ID.fullmatch(key_id):
        return None
    key = store.find_key(tx, int(key_id))
    if key is None or not hmac.compare_digest(_proof(key, purpose, subject), proof):
        return None
    return subject


def _proof(key: SigningKey, purpose: str, subject: str) -> str:
    derived = hmac.digest(key.secret, _DERIVED_FOR, "sha256")
    proof = hmac.digest(derived, f"{purpose}\0{subject}".encode(), "sha256")[:_PROOF_BYTES]
    return base64.urlsafe_b64encode(proof).decode().rstrip("=")
