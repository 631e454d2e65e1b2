"""A resubmission that somebody has to look at, or has looked at."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Review:
    """Both orders stand until a verdict is given."""

    order_id: int
    """The resubmission."""
    replaces: int
    """The submission before it, of which no part is asked for again."""
    verdict: str
    """A `Verdict`; empty while the review is open."""
    reviewed_at: datetime | None
    reviewed_by: str
    note: str
