"""What happens to aliases."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AliasesChanged:
    """Aliases were put in, or one was taken out."""

    kind: ClassVar[str] = "catalog.aliases_changed"
    put: int = 0
    removed: str = ""
    """The alias, with its kind before a colon."""

    @property
    def subject(self) -> str:
        return "aliases"

    def data(self) -> Mapping[str, object]:
        return {"put": self.put, "removed": self.removed}
