"""What the order export does to orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OrderReceived:
    """The order was marked received, and waits no longer."""

    kind: ClassVar[str] = "order.received"
    order_id: int

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id}
