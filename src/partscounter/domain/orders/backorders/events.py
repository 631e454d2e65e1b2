"""What happens to back orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.orders.backorders.promise import Promise, Telling


@dataclass(frozen=True, slots=True)
class LinesPromised:
    """Dates were promised for lines of one order, or changed."""

    kind: ClassVar[str] = "order.lines_promised"
    order_id: int
    promises: Sequence[Promise]

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "promises": [promise.id for promise in self.promises],
            "dates": [
                [promise.line_number, promise.day_before and promise.day_before.isoformat(), promise.day.isoformat()]
                for promise in self.promises
            ],
            "telling": self.telling.value,
        }

    @property
    def telling(self) -> Telling:
        """By mail if that is so of any of them: then one mail tells of all that it is so of."""
        found = {promise.telling for promise in self.promises}
        return next(telling for telling in (Telling.MAIL, Telling.CONFIRMATION, Telling.NOTHING) if telling in found)
