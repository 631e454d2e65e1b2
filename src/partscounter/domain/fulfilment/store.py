"""SQL of tracking updates."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.prepared import Prepared, PreparedInsert
from partscounter.domain.fulfilment.tables import tracking_updates
from partscounter.domain.fulfilment.update import (
    FulfilmentType,
    Shipment,
    TakenUpdate,
    TrackingStatus,
    TrackingUpdate,
    UpdatePart,
)


def _taken(row: sa.Row[Any]) -> TakenUpdate:
    return TakenUpdate(
        id=row.id,
        order_id=row.order_id,
        taken_at=row.taken_at,
        status=TrackingStatus(row.status),
        type=FulfilmentType(row.type),
        parts=tuple(UpdatePart(*part) for part in row.parts),
        shipment=Shipment(
            carrier=row.carrier,
            shipped_on=row.shipped_on,
            method=row.method,
            tracking_id=row.tracking_id,
            tracking_url=row.tracking_url,
        ),
        warnings=tuple(row.warnings),
    )


def insert_update(tx: WriteTx, order_id: int, update: TrackingUpdate, warnings: list[str]) -> int:
    return _INSERT.id_of(
        tx,
        order_id=order_id,
        taken_at=tx.now,
        status=update.status.value,
        type=update.type.value,
        fulfilment_status=update.fulfilment_status,
        parts=[[part.part_number, part.quantity, part.status] for part in update.parts],
        carrier=update.shipment.carrier,
        shipped_on=update.shipment.shipped_on,
        method=update.shipment.method,
        tracking_id=update.shipment.tracking_id,
        tracking_url=update.shipment.tracking_url,
        custom_fields=update.custom_fields,
        fingerprint=update.fingerprint,
        warnings=warnings,
    )


_INSERT = PreparedInsert(
    sa.insert(tracking_updates),
    [column.name for column in tracking_updates.c if column.name != "id"],
)


def list_updates(tx: ReadTx, order_id: int) -> list[TakenUpdate]:
    return updates_of_orders(tx, [order_id])


def updates_of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[TakenUpdate]:
    """Oldest first."""
    query = (
        sa.select(tracking_updates).where(tracking_updates.c.order_id.in_(order_ids)).order_by(tracking_updates.c.id)
    )
    return [_taken(row) for row in tx.connection.execute(query)]


def get_update(tx: ReadTx, update_id: int) -> TakenUpdate:
    query = sa.select(tracking_updates).where(tracking_updates.c.id == update_id)
    return _taken(tx.connection.execute(query).one())


def newest_update(tx: ReadTx, order_id: int) -> int:
    """Its id; 0 where no update was taken yet."""
    query = sa.select(sa.func.max(tracking_updates.c.id)).where(tracking_updates.c.order_id == order_id)
    return tx.connection.scalar(query) or 0


def is_repeat(tx: ReadTx, order_id: int, fingerprint: str, since: datetime | None) -> bool:
    """Whether the latest update of the order has this fingerprint, or any that was taken at `since` or later."""
    values = {"order_id": order_id, "fingerprint": fingerprint}
    if since is None:
        return _IS_LATEST.row(tx, **values) is not None
    return _IS_LATEST_OR_RECENT.row(tx, **values, since=since) is not None


_latest = (
    sa.select(sa.func.max(tracking_updates.c.id))
    .where(tracking_updates.c.order_id == sa.bindparam("order_id"))
    .scalar_subquery()
)
_is_latest = tracking_updates.c.id == _latest
_is_recent = tracking_updates.c.taken_at >= sa.bindparam("since", type_=tracking_updates.c.taken_at.type)
_equal = (
    sa.select(tracking_updates.c.id)
    .where(
        tracking_updates.c.order_id == sa.bindparam("order_id"),
        tracking_updates.c.fingerprint == sa.bindparam("fingerprint"),
    )
    .limit(1)
)
_IS_LATEST = Prepared(_equal.where(_is_latest))
_IS_LATEST_OR_RECENT = Prepared(_equal.where(sa.or_(_is_recent, _is_latest)))
