"""An asset in the contract's words, its keys in the order of the printed sample."""

from msgspec import UNSET

from partscounter.domain import assets
from partscounter.domain.assets import Asset
from partscounter_contracts.moment import colon_milliseconds, microseconds
from partscounter_contracts.qr_associations import MarketSegment, PrincipalWork, QRCodeAssociation


def render_association(asset: Asset) -> QRCodeAssociation:
    """What is known of the machine; the two objects are left out where nothing is known of them."""
    return QRCodeAssociation(
        serial_number=asset.serial_number,
        smcs_code=asset.smcs_code,
        catrecid=asset.cat_record_id,
        association_originator=asset.originator,
        create_time=microseconds(asset.created_at),
        make=asset.make,
        asset_metadata_update_status=asset.metadata_status,
        principal_work=UNSET if asset.principal_work is None else _work(asset.principal_work),
        market_segment=UNSET if asset.market_segment is None else _segment(asset.market_segment),
    )


def _work(work: assets.PrincipalWork) -> PrincipalWork:
    return PrincipalWork(
        code=work.code,
        description=work.description,
        code_type=work.code_type,
        code_assignment_time=colon_milliseconds(work.assigned_at),
    )


def _segment(segment: assets.MarketSegment) -> MarketSegment:
    return MarketSegment(
        code=segment.code,
        description=segment.description,
        sub_segment_code=segment.sub_segment_code,
        sub_segment_description=segment.sub_segment_description,
    )
