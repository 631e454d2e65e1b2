"""What happens to sales documents beside their approval."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AdjustmentChanged:
    """An adjustment was added to a document, or taken off."""

    kind: ClassVar[str] = "sale.adjustment_changed"
    order_id: int
    adjustment_id: int
    name: str
    amount: Decimal
    tax: Decimal
    reason: str
    is_added: bool

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "adjustment": self.adjustment_id,
            "name": self.name,
            "amount": str(self.amount),
            "tax": str(self.tax),
            "reason": self.reason,
            "added": self.is_added,
        }
