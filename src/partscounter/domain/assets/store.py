"""SQL of assets."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.tables import assets


def _work(data: Mapping[str, str] | None) -> PrincipalWork | None:
    if data is None:
        return None
    return PrincipalWork(
        code=data["code"],
        description=data["description"],
        code_type=data["code_type"],
        assigned_at=datetime.fromisoformat(data["assigned_at"]),
    )


def _work_data(work: PrincipalWork | None) -> dict[str, str] | None:
    return None if work is None else asdict(work) | {"assigned_at": work.assigned_at.isoformat()}


def _asset(row: sa.Row[Any]) -> Asset:
    columns = dict(row._mapping)
    segment = columns["market_segment"]
    columns["principal_work"] = _work(columns["principal_work"])
    columns["market_segment"] = None if segment is None else MarketSegment(**segment)
    return Asset(**columns)


def find_asset(tx: ReadTx, qr_code: str) -> Asset | None:
    row = tx.connection.execute(sa.select(assets).where(assets.c.qr_code == qr_code)).one_or_none()
    return None if row is None else _asset(row)


def insert_asset(
    tx: WriteTx, values: Mapping[str, object], work: PrincipalWork | None, segment: MarketSegment | None
) -> Asset | None:
    """None where the code or the machine is associated already, also when another process was first."""
    insert = sa.insert(assets).values(
        **values,
        principal_work=sa.null() if work is None else _work_data(work),
        market_segment=sa.null() if segment is None else asdict(segment),
    )
    try:
        # In a savepoint, so that on PostgreSQL the transaction can go on.
        with tx.connection.begin_nested():
            return _asset(tx.connection.execute(insert.returning(assets)).one())
    except sa.exc.IntegrityError:
        return None
