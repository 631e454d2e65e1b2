"""What a credential of this API may do, beside the dealers that it sees."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Scope(StrEnum):
    """Held by a credential; neither includes the other."""

    READ = "stock/read"
    WRITE = "stock/write"


SCOPES: Mapping[str, str] = MappingProxyType(
    {
        Scope.READ: "Read items, and how imports went.",
        Scope.WRITE: "Change items, and import.",
    }
)
