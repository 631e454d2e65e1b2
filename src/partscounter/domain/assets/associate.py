"""Tying a QR code to a machine, and finding the machine by its code."""

import re
from datetime import datetime

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.errors import CodeTaken, MalformedCode, UnknownCode
from partscounter.domain.assets.events import AssetAssociated
from partscounter.kit.refusal import Violation

_CODE = re.compile(r"[0-9A-Z]{15}")


def parse_code(text: str) -> str:
    """`text` in capitals, as it is stored; refuses with MalformedCode what can be no code."""
    code = text.upper()
    if not text.isascii() or _CODE.fullmatch(code) is None:
        issue = "A QR code association id has 15 characters, each a digit or a letter."
        raise MalformedCode(issue, (Violation("qrCodeId", issue, text),))
    return code


def get_asset(tx: ReadTx, qr_code: str) -> Asset:
    """The machine with this code in any case; refuses with MalformedCode or UnknownCode."""
    code = parse_code(qr_code)
    asset = sql.find_asset(tx, code)
    if asset is None:
        raise UnknownCode(f"No machine is associated with {code}.")
    return asset


def associate_asset(
    tx: WriteTx,
    *,
    qr_code: str,
    serial_number: str,
    originator: str,
    make: str = "CAT",
    model: str = "",
    product_family: str = "",
    build_year: int | None = None,
    smcs_code: str = "",
    cat_record_id: str = "",
    created_at: datetime | None = None,
    principal_work: PrincipalWork | None = None,
    market_segment: MarketSegment | None = None,
) -> Asset:
    """Associate a machine with a code; refuses with CodeTaken if either is associated already."""
    code = parse_code(qr_code)
    values = {
        "qr_code": code,
        "serial_number": serial_number,
        "originator": originator,
        "make": make,
        "model": model,
        "product_family": product_family,
        "build_year": build_year,
        "smcs_code": smcs_code,
        "cat_record_id": cat_record_id,
        "created_at": created_at or tx.now,
    }
    asset = sql.insert_asset(tx, values, principal_work, market_segment)
    if asset is None:
        raise CodeTaken(f"{code}, or {make} {serial_number}, is associated already.")
    tx.emit(AssetAssociated(asset_id=asset.id, qr_code=code))
    return asset
