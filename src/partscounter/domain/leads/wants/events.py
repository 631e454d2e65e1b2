"""What happens to wants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class WantAdded:
    """Somebody waits for stock from now on."""

    kind: ClassVar[str] = "want.added"
    want_id: int

    @property
    def subject(self) -> str:
        return f"want:{self.want_id}"

    def data(self) -> Mapping[str, object]:
        return {"want": self.want_id}


@dataclass(frozen=True, slots=True)
class WantMatched:
    """Items came in that fit, and whoever waits has not been told of these before."""

    kind: ClassVar[str] = "want.matched"
    want_id: int
    item_ids: tuple[int, ...]

    @property
    def subject(self) -> str:
        return f"want:{self.want_id}"

    def data(self) -> Mapping[str, object]:
        return {"want": self.want_id, "items": list(self.item_ids)}


@dataclass(frozen=True, slots=True)
class WantEnded:
    """Nobody waits any longer."""

    kind: ClassVar[str] = "want.ended"
    want_id: int

    @property
    def subject(self) -> str:
        return f"want:{self.want_id}"

    def data(self) -> Mapping[str, object]:
        return {"want": self.want_id}
