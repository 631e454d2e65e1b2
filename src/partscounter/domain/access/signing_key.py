"""A signing key: the secret behind the tokens, shared by all processes through the database."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

TOKEN_LIFETIME: Final = timedelta(seconds=3600)
"""How long an access token is good (order tracking: 60 minutes)."""
LINK_LIFETIME: Final = timedelta(days=400)
"""How long a retired key is still known, for the links in mails (`link.py`) that it has signed."""
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class SigningKey:
    """256 random bits; the newest key signs, a retired one verifies until the last token it signed has expired."""

    id: int
    secret: bytes = field(repr=False)
    created_at: datetime
    retired_at: datetime | None = None

    def verifies_at(self, now: datetime) -> bool:
        """Whether a token of this key can still be good at `now`."""
        return self.retired_at is None or now < self.retired_at + TOKEN_LIFETIME


def random_key() -> bytes:
    """The secret of a new signing key."""
    return secrets.token_bytes(_KEY_BYTES)
