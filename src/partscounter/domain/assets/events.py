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
