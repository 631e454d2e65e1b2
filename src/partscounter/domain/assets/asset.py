"""A machine known by the QR code on it (QR Code Associations, section "Get Asset Information for a QR Code")."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PrincipalWork:
    """What the machine mainly does."""

    code: str
    description: str
    code_type: str
    assigned_at: datetime


@dataclass(frozen=True, slots=True)
class MarketSegment:
    """The trade that the machine works in."""

    code: str
    description: str
    sub_segment_code: str
    sub_segment_description: str


@dataclass(frozen=True, slots=True)
class Asset:
    """One machine, identified by make and serial number, found by its QR code."""

    id: int
    qr_code: str
    """15 characters of 0-9 and A-Z."""
    serial_number: str
    make: str
    model: str
    product_family: str
    build_year: int | None
    smcs_code: str
    """Service Management Control System code: four letters or digits."""
    cat_record_id: str
    originator: str
    """The dealer code of whoever made the association."""
    created_at: datetime
    metadata_status: str
    principal_work: PrincipalWork | None
    market_segment: MarketSegment | None
    customer_id: int | None = None
    """Whose machine it is, by our own id of the customer; None where that is not known."""

    @property
    def name(self) -> str:
        """Make and model as one text."""
        return f"{self.make} {self.model}".strip()
