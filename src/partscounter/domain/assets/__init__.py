"""Machines, known by the QR code on them."""

from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.associate import associate_asset
from partscounter.domain.assets.change import change_asset, replace_code
from partscounter.domain.assets.code import FreeCode, code_in, new_code, parse_code
from partscounter.domain.assets.errors import CodeTaken, MalformedCode, TooManyCodes, UnknownCode
from partscounter.domain.assets.events import AssetAssociated, AssetChanged, CodesMade
from partscounter.domain.assets.lookup import (
    find_codes,
    find_free_code,
    find_machines,
    get_asset,
    list_assets,
    list_free_codes,
    lock_machine,
    search_machines,
)
from partscounter.domain.assets.make_codes import make_codes
from partscounter.domain.assets.wanted import MachinesWanted

__all__ = [
    "Asset",
    "AssetAssociated",
    "AssetChanged",
    "CodeTaken",
    "CodesMade",
    "FreeCode",
    "MachinesWanted",
    "MalformedCode",
    "MarketSegment",
    "PrincipalWork",
    "TooManyCodes",
    "UnknownCode",
    "associate_asset",
    "change_asset",
    "code_in",
    "find_codes",
    "find_free_code",
    "find_machines",
    "get_asset",
    "list_assets",
    "list_free_codes",
    "lock_machine",
    "make_codes",
    "new_code",
    "parse_code",
    "replace_code",
    "search_machines",
]
