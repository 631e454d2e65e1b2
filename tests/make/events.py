"""Events and actors for tests of the machinery, which know no business word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from partscounter.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened to `subject`."""

    kind: ClassVar[str] = "test.happened"
    subject: str = "thing:1"
    facts: Mapping[str, object] = field(default_factory=dict)

    def data(self) -> Mapping[str, object]:
        return self.facts


@dataclass(frozen=True, slots=True)
class Ended(Happened):
    """Another kind of event."""

    kind: ClassVar[str] = "test.ended"


def make_actor(name: str = "clerk", door: str = "test", request_id: str = "", payload: str = "") -> Actor:
    return Actor(name=name, door=door, request_id=request_id, payload=payload)
