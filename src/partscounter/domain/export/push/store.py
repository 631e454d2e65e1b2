"""SQL of push targets and deliveries."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.approvals import Approval
from partscounter.domain.export.push.delivery import Delivery
from partscounter.domain.export.push.delivery_search import DeliverySearch
from partscounter.domain.export.push.tables import push_deliveries, push_targets
from partscounter.domain.export.push.target import PushTarget
from partscounter.domain.orders.tables import orders

_TARGET = [push_targets.c[name] for name in PushTarget.__dataclass_fields__]
_DELIVERY = [
    orders.c.number.label("order_number") if name == "order_number" else push_deliveries.c[name]
    for name in Delivery.__dataclass_fields__
]
_INSERT: Mapping[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(push_targets),
    "postgresql": postgresql.insert(push_targets),
}
_SET_AGAIN = ("url", "marks_received", "enabled", "off_reason")


def _target(row: sa.Row[Any] | None) -> PushTarget | None:
    return None if row is None else PushTarget(**row._mapping)


def find_target(tx: ReadTx, **wanted: object) -> PushTarget | None:
    """The target with these values in its columns."""
    query = sa.select(*_TARGET).where(*(push_targets.c[name] == value for name, value in wanted.items()))
    return _target(tx.connection.execute(query).one_or_none())


def list_targets(tx: ReadTx) -> list[PushTarget]:
    query = sa.select(*_TARGET).order_by(push_targets.c.id)
    return [PushTarget(**row._mapping) for row in tx.connection.execute(query)]


def enabled_targets_of_order(tx: ReadTx, order_id: int) -> list[int]:
    same_dealer = push_targets.c.dealer_id == orders.c.dealer_id
    query = (
        sa.select(push_targets.c.id)
        .join(orders, same_dealer)
        .where(orders.c.id == order_id, orders.c.customer_status == Approval.APPROVED.value, push_targets.c.enabled)
    )
    return list(tx.connection.scalars(query))


def put_target(tx: WriteTx, values: Mapping[str, object]) -> PushTarget:
    """The dealer's target, new or changed; one statement, so that two at the same time leave one. Secrets stay."""
    again = {name: values[name] for name in _SET_AGAIN}
    insert = _INSERT[tx.connection.dialect.name].values(**values)
    upsert = insert.on_conflict_do_update(index_elements=["dealer_id"], set_=again).returning(*_TARGET)
    return PushTarget(**tx.connection.execute(upsert).one()._mapping)


def switch_off(tx: WriteTx, dealer_id: int, reason: str, url: str | None) -> bool:
    """Whether it was on, and at `url` if one is given."""
    on = [push_targets.c.dealer_id == dealer_id, push_targets.c.enabled]
    if url is not None:
        on.append(push_targets.c.url == url)
    off = sa.update(push_targets).where(*on).values(enabled=False, off_reason=reason)
    return tx.connection.execute(off).rowcount == 1


def change_secret(tx: WriteTx, dealer_id: int, secret: str, previous_until: datetime) -> PushTarget | None:
    change = (
        sa.update(push_targets)
        .where(push_targets.c.dealer_id == dealer_id)
        .values(secret=secret, previous_secret=push_targets.c.secret, previous_secret_until=previous_until)
        .returning(*_TARGET)
    )
    return _target(tx.connection.execute(change).one_or_none())


def insert_delivery(tx: WriteTx, values: Mapping[str, object]) -> int:
    insert = sa.insert(push_deliveries).values(**values).returning(push_deliveries.c.id)
    id_: int = tx.connection.execute(insert).scalar_one()
    return id_


def has_delivered(tx: ReadTx, job_id: int, since: datetime, before_attempt: int) -> bool:
    """Whether one of the job's tries from `since` on, before this one, was taken."""
    taken = sa.select(push_deliveries.c.id).where(
        push_deliveries.c.job_id == job_id,
        push_deliveries.c.error == "",
        push_deliveries.c.tried_at >= since,
        push_deliveries.c.attempt < before_attempt,
    )
    return tx.connection.scalar(taken.limit(1)) is not None


def newest_deliveries(tx: ReadTx, target_id: int, limit: int) -> list[Delivery]:
    query = (
        sa.select(*_DELIVERY)
        .join(orders, orders.c.id == push_deliveries.c.order_id)
        .where(push_deliveries.c.target_id == target_id)
        .order_by(push_deliveries.c.id.desc())
        .limit(limit)
    )
    return [Delivery(**row._mapping) for row in tx.connection.execute(query)]


def deliveries_of_order(tx: ReadTx, order_id: int) -> list[Delivery]:
    query = (
        sa.select(*_DELIVERY)
        .join(orders, orders.c.id == push_deliveries.c.order_id)
        .where(push_deliveries.c.order_id == order_id)
        .order_by(push_deliveries.c.id)
    )
    return [Delivery(**row._mapping) for row in tx.connection.execute(query)]


def search_deliveries(tx: ReadTx, wanted: DeliverySearch, before: int | None, limit: int) -> list[Delivery]:
    query = (
        sa.select(*_DELIVERY)
        .join(orders, orders.c.id == push_deliveries.c.order_id)
        .order_by(push_deliveries.c.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(push_deliveries.c.id < before)
    if wanted.failed_only:
        query = query.where(push_deliveries.c.error != "")
    if wanted.order_number:
        query = query.where(
            (orders.c.number == wanted.order_number) | (orders.c.document_number == wanted.order_number)
        )
    if wanted.dealer_ids is not None:
        of_dealers = sa.select(push_targets.c.id).where(push_targets.c.dealer_id.in_(wanted.dealer_ids))
        query = query.where(push_deliveries.c.target_id.in_(of_dealers))
    return [Delivery(**row._mapping) for row in tx.connection.execute(query)]


def dealer_of_delivery(tx: ReadTx, delivery_id: int) -> int | None:
    query = sa.select(push_targets.c.dealer_id).join_from(push_deliveries, push_targets)
    return tx.connection.scalar(query.where(push_deliveries.c.id == delivery_id))


def job_of_delivery(tx: ReadTx, delivery_id: int) -> int | None:
    return tx.connection.scalar(sa.select(push_deliveries.c.job_id).where(push_deliveries.c.id == delivery_id))
