"""What the order export does to orders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OrderReceived:
    """The order was marked received, and waits no longer."""

    kind: ClassVar[str] = "order.received"
    order_id: int
    consumer: str = ""
    """The named consumer that has it; empty for the contract's own."""

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id} | ({"consumer": self.consumer} if self.consumer else {})


@dataclass(frozen=True, slots=True)
class ConsumerRegistered:
    """A dealer has another consumer of its orders."""

    kind: ClassVar[str] = "export.consumer_registered"
    consumer_id: int
    dealer_id: int
    name: str
    after_order: int

    @property
    def subject(self) -> str:
        return f"dealer:{self.dealer_id}"

    def data(self) -> Mapping[str, object]:
        return {"consumer": self.consumer_id, "name": self.name, "after_order": self.after_order}
