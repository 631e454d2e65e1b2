"""What happens to assets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AssetAssociated:
    """A machine was given its QR code."""

    kind: ClassVar[str] = "asset.associated"
    asset_id: int
    qr_code: str

    @property
    def subject(self) -> str:
        return f"asset:{self.asset_id}"

    def data(self) -> Mapping[str, object]:
        return {"qr_code": self.qr_code}


@dataclass(frozen=True, slots=True)
class AssetChanged:
    """Something else is known of a machine now."""

    kind: ClassVar[str] = "asset.changed"
    asset_id: int
    changed: tuple[str, ...]
    """The names of what changed."""

    @property
    def subject(self) -> str:
        return f"asset:{self.asset_id}"

    def data(self) -> Mapping[str, object]:
        return {"changed": list(self.changed)}


@dataclass(frozen=True, slots=True)
class CodesMade:
    """Codes were made to be printed."""

    kind: ClassVar[str] = "asset.codes_made"
    first: str
    count: int

    @property
    def subject(self) -> str:
        return f"qr_code:{self.first}"

    def data(self) -> Mapping[str, object]:
        return {"count": self.count}
