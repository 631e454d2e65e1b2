"""Equal updates at the same moment count as one; different ones all count."""

import asyncio

import httpx

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import fulfilment
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_tracking.app import build_api
from partscounter_contracts.order_tracking import examples
from tests.make.counter import stock_of
from tests.make.tracking import ADDRESS, Json, Tracked, body_with, make_tracked
from tests.make.web import BASE_URL


def post_at_once(tracked: Tracked, bodies: list[Json]) -> list[int]:
    """The statuses of all `bodies`, posted together."""

    async def post() -> list[int]:
        transport = httpx.ASGITransport(build_api(tracked.app).asgi)
        headers = {"Authorization": f"Bearer {tracked.token}"}
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL, headers=headers) as http:
            requests = [http.post(ADDRESS, params={"storeId": "21801"}, json=body) for body in bodies]
            return [answer.status_code for answer in await asyncio.gather(*requests)]

    return asyncio.run(post())


def kinds(tracked: Tracked) -> list[str]:
    with tracked.app.database.read() as tx:
        return sorted(event.kind for event in events_of(tx, f"order:{tracked.order.id}"))


def test_the_same_update_eight_times_at_once_counts_once(database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(database, clock)

    assert post_at_once(tracked, [examples.DELIVERY] * 8) == [204] * 8

    assert kinds(tracked) == ["order.placed", *["tracking.update_repeated"] * 7, "tracking.update_taken"]
    assert [stock_of(database, item) for item in tracked.items.values()] == [(0, 0)] * 3


def test_eight_different_shipments_at_once_all_count(database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(database, clock)
    parts = [{"partNumber": "1A-1135", "quantity": 1}]
    bodies = [
        body_with({"fulfillment.parts": parts, "fulfillment.shipmentInformation.trackingId": str(number)})
        for number in range(8)
    ]

    assert post_at_once(tracked, bodies) == [204] * 8

    with database.read() as tx:
        assert len(fulfilment.list_updates(tx, tracked.order.id)) == 8
    assert stock_of(database, tracked.items["1A-1135"]) == (2, 2)
