"""Tying a QR code to a machine."""

from datetime import datetime

from partscounter.database import WriteTx
from partscounter.domain.assets import store as sql
from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.code import parse_code
from partscounter.domain.assets.errors import CodeTaken
from partscounter.domain.assets.events import AssetAssociated


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
    customer_id: int | None = None,
) -> Asset:
    """Associate a machine with a code: a new one (`new_code`), one that was printed before, or one from elsewhere.

    Refuses with CodeTaken if either is associated already, also where two do it at the same moment.
    """
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
        "customer_id": customer_id,
    }
    asset = sql.insert_asset(tx, values, principal_work, market_segment)
    if asset is None:
        raise CodeTaken(f"{code}, or {make} {serial_number}, is associated already.")
    tx.emit(AssetAssociated(asset_id=asset.id, qr_code=code))
    return asset
