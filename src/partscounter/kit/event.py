"""What happened, as a value. Each concept defines its own events; the database stores them in one append-only log."""

from collections.abc import Mapping
from typing import ClassVar, Protocol, runtime_checkable


@runtime_checkable
class Event(Protocol):
    """A frozen dataclass with JSON-ready fields."""

    kind: ClassVar[str]
    """Stable dotted name, such as `order.placed`; stored, so never renamed."""

    @property
    def subject(self) -> str:
        """What it happened to, such as `order:17`; the history of one thing is found by it."""

    def data(self) -> Mapping[str, object]:
        """The event's own facts as JSON-ready values."""
