"""The asset a QR code stands for, as it is answered (section "Get Asset Information for a QR Code")."""

from msgspec import UNSET, Struct, UnsetType

QR_CODE_ID_PATTERN = "^[0-9A-Z]{15}$"
"""Both printed ids are fifteen digits and capitals; an id is looked up upper-cased."""
DEFAULT_MAKE = "CAT"


class PrincipalWork(Struct, frozen=True, kw_only=True, rename="camel"):
    """What the machine mainly does. `code_assignment_time` has the form `2022-06-28 10:16:56:000`."""

    code: str
    description: str
    code_type: str
    code_assignment_time: str


class MarketSegment(Struct, frozen=True, kw_only=True, rename="camel"):
    """The industry the machine works in."""

    code: str
    description: str
    sub_segment_code: str
    sub_segment_description: str


class QRCodeAssociation(Struct, frozen=True, kw_only=True, rename="camel"):
    """What is known of the asset. `catrecid` is "" when unknown; the two objects are left out."""

    serial_number: str
    smcs_code: str
    catrecid: str = ""
    association_originator: str
    create_time: str
    make: str = DEFAULT_MAKE
    asset_metadata_update_status: str
    principal_work: PrincipalWork | UnsetType = UNSET
    market_segment: MarketSegment | UnsetType = UNSET
