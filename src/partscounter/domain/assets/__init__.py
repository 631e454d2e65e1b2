"""Machines, known by the QR code on them."""

from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.associate import associate_asset, get_asset, parse_code
from partscounter.domain.assets.errors import CodeTaken, MalformedCode, UnknownCode
from partscounter.domain.assets.events import AssetAssociated

__all__ = [
    "Asset",
    "AssetAssociated",
    "CodeTaken",
    "MalformedCode",
    "MarketSegment",
    "PrincipalWork",
    "UnknownCode",
    "associate_asset",
    "get_asset",
    "parse_code",
]
