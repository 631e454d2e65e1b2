"""One try to hand an order over by push, and what came of it. Successes are kept as well as failures."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try ended: the receiver's status, or a sentence on why there is none."""

    status: int | None
    error: str
    """Empty where the order was delivered."""
    duration_ms: int

    @property
    def delivered(self) -> bool:
        return not self.error


@dataclass(frozen=True, slots=True)
class Delivery:
    """A try as it is kept."""

    id: int
    target_id: int
    order_id: int
    order_number: str
    event_id: int
    """The submission that caused it."""
    job_id: int
    attempt: int
    """Counted from 1, and anew after a replay."""
    tried_at: datetime
    status: int | None
    error: str
    duration_ms: int
