"""What happens to a dealer's push target. No event carries a secret."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class _TargetEvent:
    dealer_id: int

    @property
    def subject(self) -> str:
        return f"dealer:{self.dealer_id}"

    def data(self) -> Mapping[str, object]:
        return {"dealer": self.dealer_id}


@dataclass(frozen=True, slots=True)
class PushTargetSet(_TargetEvent):
    """Orders submitted from now on are posted to this address."""

    kind: ClassVar[str] = "push.target_set"
    url: str
    marks_received: bool

    def data(self) -> Mapping[str, object]:
        return {"dealer": self.dealer_id, "url": self.url, "marks_received": self.marks_received}


@dataclass(frozen=True, slots=True)
class PushTargetSwitchedOff(_TargetEvent):
    """Nothing is posted any more, for this reason."""

    kind: ClassVar[str] = "push.target_switched_off"
    reason: str

    def data(self) -> Mapping[str, object]:
        return {"dealer": self.dealer_id, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class PushSecretRotated(_TargetEvent):
    """A new secret signs."""

    kind: ClassVar[str] = "push.secret_rotated"
