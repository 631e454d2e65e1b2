"""What happens to stock."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ItemsChanged:
    """Items were added, edited, retired, or their available quantity changed. The search index follows these."""

    kind: ClassVar[str] = "inventory.items_changed"
    item_ids: tuple[int, ...]
    reason: str
    """feed, sale, release, edit…"""

    @property
    def subject(self) -> str:
        return "inventory"

    def data(self) -> Mapping[str, object]:
        return {"items": list(self.item_ids), "reason": self.reason}

    @staticmethod
    def items_of(data: Mapping[str, object]) -> list[int]:
        """The item ids in the stored `data` of such an event."""
        items = data["items"]
        return [int(item) for item in items] if isinstance(items, list) else []
