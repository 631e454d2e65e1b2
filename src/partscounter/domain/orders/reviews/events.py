"""What happens to reviews; part of the history of the resubmission."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ReviewClosed:
    """Somebody has looked at a resubmission that replaced every part."""

    kind: ClassVar[str] = "order.review_closed"
    order_id: int
    replaces: int
    verdict: str
    note: str

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id, "replaces": self.replaces, "verdict": self.verdict, "note": self.note}
