"""What happens to mappings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class MappingReplaced:
    """A user has a new mapping in place of the one it had."""

    kind: ClassVar[str] = "mapping.replaced"
    credential_id: int
    values: int
    pairs: int

    @property
    def subject(self) -> str:
        return f"credential:{self.credential_id}"

    def data(self) -> Mapping[str, object]:
        return {"values": self.values, "pairs": self.pairs}
