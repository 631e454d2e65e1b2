"""QR Code Associations v1: the asset that a machine's QR code stands for."""

from partscounter_contracts.qr_associations import examples
from partscounter_contracts.qr_associations.association import (
    DEFAULT_MAKE,
    QR_CODE_ID_PATTERN,
    MarketSegment,
    PrincipalWork,
    QRCodeAssociation,
)
from partscounter_contracts.qr_associations.errors import ErrorBody
from partscounter_contracts.qr_associations.operations import CONTRACT, OPERATIONS

__all__ = [
    "CONTRACT",
    "DEFAULT_MAKE",
    "OPERATIONS",
    "QR_CODE_ID_PATTERN",
    "ErrorBody",
    "MarketSegment",
    "PrincipalWork",
    "QRCodeAssociation",
    "examples",
]
