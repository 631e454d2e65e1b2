"""A date promised for the back-ordered units of an order line. Promises are only ever added, so every slip is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Telling(StrEnum):
    """How the customer learns of a promise; the values are stored."""

    CONFIRMATION = "confirmation"
    """It was made with the order: the order confirmation names it."""
    MAIL = "mail"
    """A mail of its own: the first date, or a date later than the one told before."""
    NOTHING = "nothing"
    """No mail: the units come no later than the customer was told."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised for one line, by whom, and what had been promised before."""

    id: int
    order_id: int
    line_id: int
    line_number: int
    made_at: datetime
    actor: str
    """The name of the credential or part of the program that made it."""
    door: str
    day_before: date | None
    """The date promised until then; None for the first promise."""
    day: date
    """The day (UTC) by whose end no unit of the line is to be on back order."""
    told_before: date | None
    """The last date that the customer had been told until then."""
    told: date
    """The last date that the customer is told, this promise included."""
    telling: Telling
    units: int
    """Units on back order when it was made."""
    reason: str
    """The dealer's own note; never mailed."""

    @property
    def is_slip(self) -> bool:
        """Whether the units come later than promised until then."""
        return self.day_before is not None and self.day > self.day_before
