"""A session: one browser in which somebody has signed in."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.domain.accounts.account import Account


@dataclass(frozen=True, slots=True)
class Session:
    """Known by a token that only the browser holds; we keep its hash."""

    id: int
    account: Account
    started_at: datetime
    expires_at: datetime
    confirmed: bool
    """False while the code of the second factor is still to come: such a session shows nothing."""
    address: str
    """Where it was started from."""
    browser: str
    """What the browser says of itself."""
