"""SQL of assets and of codes made to be printed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.assets.asset import Asset, MarketSegment, PrincipalWork
from partscounter.domain.assets.code import FreeCode
from partscounter.domain.assets.tables import assets, qr_codes
from partscounter.domain.assets.wanted import MachinesWanted
from partscounter.domain.customers.tables import customers

_AT_ONCE = 500


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


def assets_with_serial(tx: ReadTx, serial_numbers: Collection[str]) -> list[Asset]:
    return _assets_in(tx, assets.c.serial_number, serial_numbers)


def assets_with_code(tx: ReadTx, codes: Collection[str]) -> list[Asset]:
    return _assets_in(tx, assets.c.qr_code, codes)


def _assets_in(tx: ReadTx, column: sa.Column[str], values: Collection[str]) -> list[Asset]:
    found: list[Asset] = []
    ordered = sorted(values)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        found += [_asset(row) for row in tx.connection.execute(sa.select(assets).where(column.in_(part)))]
    return found


def list_assets(tx: ReadTx, customer_id: int | None, after: int, limit: int) -> list[Asset]:
    query = sa.select(assets).where(assets.c.id > after).order_by(assets.c.id).limit(limit)
    if customer_id is not None:
        query = query.where(assets.c.customer_id == customer_id)
    return [_asset(row) for row in tx.connection.execute(query)]


def search_assets(tx: ReadTx, wanted: MachinesWanted, offset: int, limit: int) -> tuple[int, list[Asset]]:
    source = assets.outerjoin(customers, customers.c.id == assets.c.customer_id)
    conditions = _conditions(wanted)
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(source).where(*conditions)) or 0
    query = sa.select(assets).select_from(source).where(*conditions).order_by(assets.c.id.desc())
    return total, [_asset(row) for row in tx.connection.execute(query.offset(offset).limit(limit))]


def _conditions(wanted: MachinesWanted) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.dealer_ids is not None:
        owners = customers.c.dealer_id
        conditions.append(sa.or_(owners.is_(None), owners.in_(wanted.dealer_ids)))
    if wanted.customer_id is not None:
        conditions.append(assets.c.customer_id == wanted.customer_id)
    name = assets.c.make + " " + assets.c.model
    for word in wanted.text.split():
        texts = (assets.c.qr_code, assets.c.serial_number, name, assets.c.product_family, customers.c.family_name)
        found = (sa.func.lower(each).contains(word.lower(), autoescape=True) for each in texts)
        conditions.append(sa.or_(*found))
    return conditions


def insert_asset(
    tx: WriteTx, values: Mapping[str, object], work: PrincipalWork | None, segment: MarketSegment | None
) -> Asset | None:
    """None where the code, or the machine, is there already; another transaction that inserts it is waited for."""
    insert = _insert(tx, assets).values(**values, principal_work=_work_value(work), market_segment=_segment(segment))
    row = tx.connection.execute(insert.on_conflict_do_nothing().returning(assets)).one_or_none()
    return None if row is None else _asset(row)


def lock_asset(tx: WriteTx, asset_id: int) -> Asset | None:
    query = sa.select(assets).where(assets.c.id == asset_id).with_for_update()
    row = tx.connection.execute(query).one_or_none()
    return None if row is None else _asset(row)


def update_asset(tx: WriteTx, asset: Asset, names: Collection[str]) -> bool:
    """False where another machine has the code, or make and serial number, also where it got them just now."""
    values = {name: getattr(asset, name) for name in names}
    if "principal_work" in values:
        values["principal_work"] = _work_value(asset.principal_work)
    if "market_segment" in values:
        values["market_segment"] = _segment(asset.market_segment)
    update = sa.update(assets).where(assets.c.id == asset.id).values(**values)
    try:
        # In a savepoint, so that on PostgreSQL the transaction can go on.
        with tx.connection.begin_nested():
            tx.connection.execute(update)
    except sa.exc.IntegrityError:
        return False
    return True


def delete_code(tx: WriteTx, code: str) -> None:
    tx.connection.execute(sa.delete(qr_codes).where(qr_codes.c.code == code))


def insert_codes(tx: WriteTx, codes: Sequence[FreeCode]) -> None:
    tx.connection.execute(sa.insert(qr_codes), [asdict(each) for each in codes])


def free_codes(tx: ReadTx, code: str | None = None) -> list[FreeCode]:
    borne = sa.exists().where(assets.c.qr_code == qr_codes.c.code)
    query = sa.select(qr_codes).where(~borne).order_by(qr_codes.c.made_at, qr_codes.c.code)
    if code is not None:
        query = query.where(qr_codes.c.code == code)
    return [FreeCode(**row._mapping) for row in tx.connection.execute(query)]


def _insert(tx: WriteTx, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if tx.connection.dialect.name == "postgresql" else sqlite.insert(table)


def _work_value(work: PrincipalWork | None) -> object:
    return sa.null() if work is None else _work_data(work)


def _segment(segment: MarketSegment | None) -> object:
    return sa.null() if segment is None else asdict(segment)
