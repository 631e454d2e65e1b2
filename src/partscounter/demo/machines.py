"""The demo's machines: the document's sample, and the wheel loader whose code it prints, with its service kits."""

from datetime import UTC, datetime

from partscounter.database import WriteTx
from partscounter.domain import assets, machines
from partscounter.domain.assets import MarketSegment, PrincipalWork
from partscounter.domain.machines import Kit, KitPart

_KITS = (
    Kit("CAT", "926M", 250, "", (KitPart("1R-1808", 1, "Engine oil filter"), KitPart("DEMO-1002", 14, "Oil, litre"))),
    Kit("CAT", "926M", 500, "", (KitPart("1R-1808", 1, "Engine oil filter"), KitPart("1R-1801", 2, "Oil filter"))),
)


def create_machines(tx: WriteTx) -> None:
    """Both machines, associated with their QR codes, and the kits."""
    machines.put_kits(tx, _KITS)
    assets.associate_asset(
        tx,
        qr_code="JD81N5L8RV1NKDL",
        serial_number="2MJ23425",
        smcs_code="79L0",
        originator="TD00",
        created_at=datetime(2022, 11, 9, 9, 37, 11, 259073, tzinfo=UTC),
        principal_work=PrincipalWork(
            code="255",
            description="BUILDING",
            code_type="Engine",
            assigned_at=datetime(2022, 6, 28, 10, 16, 56, tzinfo=UTC),
        ),
        market_segment=MarketSegment(
            code="GC",
            description="AGRICULTURE",
            sub_segment_code="LGRB",
            sub_segment_description="LIVESTOCK PRODUCTION",
        ),
    )
    assets.associate_asset(
        tx,
        qr_code="CMDZ18G9RYCCW8Y",
        serial_number="F2600123",
        model="926M",
        product_family="WHEEL LOADER",
        build_year=2019,
        smcs_code="7000",
        originator="TD00",
    )
