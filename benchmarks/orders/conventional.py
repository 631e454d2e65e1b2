"""The conventional version: FastAPI, pydantic, an asynchronous SQLAlchemy ORM session for each request.

Started as `python -m benchmarks.orders.conventional URL PORT`; the URL names aiosqlite or asyncpg.
"""

import hashlib
import secrets
import sys
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

import sqlalchemy as sa
import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Response
from joserfc import jwt
from joserfc.jwk import OctKey
from pydantic import BaseModel, Field
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import selectinload

from benchmarks.orders.models import Credential, Dealer, Event, Item, Job, Order, SigningKey, TrackingUpdate

_WAIT = timedelta(hours=24)


class Part(BaseModel):
    partNumber: str = Field(max_length=9)  # noqa: N815 - the contract's name
    quantity: int = Field(ge=1, le=1000)
    status: str = ""


class Shipment(BaseModel):
    carrier: str
    shipmentDate: date  # noqa: N815 - the contract's name
    shipmentMethod: str  # noqa: N815 - the contract's name
    trackingId: str  # noqa: N815 - the contract's name
    trackingUrl: str = ""  # noqa: N815 - the contract's name


class Fulfillment(BaseModel):
    type: str
    status: str = ""
    parts: list[Part] = Field(min_length=1, max_length=500)
    shipmentInformation: Shipment  # noqa: N815 - the contract's name


class Update(BaseModel):
    dealerCode: str = Field(min_length=4, max_length=4)  # noqa: N815 - the contract's name
    documentNumber: str  # noqa: N815 - the contract's name
    documentStatus: str  # noqa: N815 - the contract's name
    fulfillment: Fulfillment


def build(url: str) -> FastAPI:
    """The app on the program's own tables."""
    engine = create_async_engine(url)
    if url.startswith("sqlite"):
        _make_durable(engine)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    app = FastAPI()

    async def session() -> AsyncIterator[AsyncSession]:
        async with sessions() as opened:
            yield opened

    @app.post("/eCommerce/orderTracking/v3/tracking", status_code=204)
    async def track(
        update: Update,
        session: Annotated[AsyncSession, Depends(session)],
        authorization: Annotated[str, Header()],
        store_id: Annotated[str, Query(alias="storeId")],
    ) -> Response:
        credential = await _credential_of(session, authorization.removeprefix("Bearer "))
        dealer = await session.scalar(sa.select(Dealer).where(Dealer.dealer_code == update.dealerCode))
        if dealer is None or dealer.id not in {each.dealer_id for each in credential.dealers} or store_id != "21801":
            raise HTTPException(401)
        await _take(session, dealer.id, update)
        await session.commit()
        return Response(status_code=204, headers={"X-Request-Id": secrets.token_hex(16)})

    return app


def _make_durable(engine: AsyncEngine) -> None:
    """As SQLAlchemy's manual tells it: no transaction of the driver's own, and the lock taken at the beginning."""

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver ships no types
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", "busy_timeout = 30000", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


async def _credential_of(session: AsyncSession, token: str) -> Credential:
    key = await session.scalar(sa.select(SigningKey).order_by(SigningKey.id.desc()).limit(1))
    claims = jwt.decode(token, OctKey.import_key(key.secret), ["HS256"]).claims
    if claims["exp"] < datetime.now(UTC).timestamp():
        raise HTTPException(401)
    query = sa.select(Credential).where(Credential.id == int(claims["sub"])).options(selectinload(Credential.dealers))
    return (await session.scalars(query)).one()


async def _take(session: AsyncSession, dealer_id: int, update: Update) -> None:
    now = datetime.now(UTC)
    query = sa.select(Order).where(Order.dealer_id == dealer_id, Order.document_number == update.documentNumber)
    newest = query.order_by(Order.id.desc()).limit(1).options(selectinload(Order.lines)).with_for_update()
    order = (await session.scalars(newest)).one()
    fingerprint = hashlib.sha256(update.model_dump_json().encode()).hexdigest()
    taken = sa.select(TrackingUpdate).where(
        TrackingUpdate.order_id == order.id,
        TrackingUpdate.fingerprint == fingerprint,
        TrackingUpdate.taken_at >= now - _WAIT,
    )
    if (await session.scalars(taken.limit(1))).first() is not None:
        return
    await _move(session, order, update, fingerprint, now)


async def _move(session: AsyncSession, order: Order, update: Update, fingerprint: str, now: datetime) -> None:
    taken = _taken(order, update, fingerprint, now)
    session.add(taken)
    order.tracking_status = update.documentStatus
    by_part = {line.part_code.replace("-", "").lower(): line for line in order.lines}
    lines = [(by_part[part.partNumber.replace("-", "").lower()], part.quantity) for part in update.fulfillment.parts]
    query = sa.select(Item).where(Item.id.in_([line.item_id for line, _ in lines])).order_by(Item.id).with_for_update()
    items = {item.id: item for item in await session.scalars(query)}
    for line, units in lines:
        line.reserved, line.in_transit = line.reserved - units, line.in_transit + units
        line.allocated -= units
        item = items[line.item_id]
        item.on_hand, item.reserved, item.changed_at = item.on_hand - units, item.reserved - units, now
    await session.flush()
    moved = [[line.number, "reserved", "in_transit", units] for line, units in lines]
    data = {"order": order.id, "update": taken.id, "status": taken.status, "moves": moved, "over_shipped": []}
    changed = {"items": sorted(items), "reason": "handed_out"}
    told = {"occurred_at": now, "actor": "bench", "door": "order_tracking", "payload": update.model_dump_json()}
    said = Event(kind="tracking.update_taken", subject=f"order:{order.id}", data=data, **told)
    session.add_all([Event(kind="inventory.items_changed", subject="inventory", data=changed, **told), said])
    await session.flush()
    payload = {"order": order.id, "update": taken.id}
    times = {"run_at": now, "due_since": now, "created_at": now}
    key = f"send_mail:{said.id}"
    session.add(Job(kind="send_mail", key=key, payload=payload, event_id=said.id, state="ready", **times))


def _taken(order: Order, update: Update, fingerprint: str, now: datetime) -> TrackingUpdate:
    shipment = update.fulfillment.shipmentInformation
    return TrackingUpdate(
        order_id=order.id,
        taken_at=now,
        status=update.documentStatus,
        type=update.fulfillment.type,
        fulfilment_status=update.fulfillment.status,
        parts=[[part.partNumber, part.quantity, part.status] for part in update.fulfillment.parts],
        carrier=shipment.carrier,
        shipped_on=shipment.shipmentDate,
        method=shipment.shipmentMethod,
        tracking_id=shipment.trackingId,
        tracking_url=shipment.trackingUrl,
        custom_fields="",
        fingerprint=fingerprint,
        warnings=[],
    )


if __name__ == "__main__":
    uvicorn.run(build(sys.argv[1]), port=int(sys.argv[2]), log_level="critical", access_log=False)
