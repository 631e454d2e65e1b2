"""Where one dealer wants its orders posted."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime

_SECRET_BYTES = 32
"""Standard Webhooks asks for 24 to 64."""


@dataclass(frozen=True, slots=True)
class PushTarget:
    """A dealer has at most one."""

    id: int
    dealer_id: int
    url: str
    secret: str = field(repr=False)
    """`whsec_` and base64: kept as it is, since it signs and is never sent."""
    previous_secret: str | None = field(repr=False)
    previous_secret_until: datetime | None
    """Until then the secret before signs too, so that a receiver can change over without losing an order."""
    enabled: bool
    off_reason: str
    """Why it was switched off; empty while it is on."""
    marks_received: bool
    """Whether a delivered order counts as received and no longer waits to be pulled."""
    created_at: datetime

    def secrets_at(self, now: datetime) -> tuple[str, ...]:
        """The secrets that sign at `now`, the newest first."""
        if self.previous_secret is None or self.previous_secret_until is None or self.previous_secret_until <= now:
            return (self.secret,)
        return (self.secret, self.previous_secret)


def new_secret() -> str:
    """256 random bits as Standard Webhooks writes a secret."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()
