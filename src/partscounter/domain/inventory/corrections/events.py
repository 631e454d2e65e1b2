"""What happens to one item by the hand of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ItemCorrected:
    """Somebody added, edited, counted, retired or brought back an item."""

    kind: ClassVar[str] = "inventory.item_corrected"
    item_id: int
    effect: str
    """added, edited, counted, retired or restored."""
    fields: Mapping[str, tuple[str, str]]
    """By native column: the text before and after."""
    reason: str = ""

    @property
    def subject(self) -> str:
        return f"item:{self.item_id}"

    def data(self) -> Mapping[str, object]:
        fields = {name: list(pair) for name, pair in self.fields.items()}
        return {"item": self.item_id, "effect": self.effect, "fields": fields, "reason": self.reason}
