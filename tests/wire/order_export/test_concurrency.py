"""Several pullers and reps at the same moment, over real connections on both engines."""

from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import pytest
import sqlalchemy as sa

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import Order
from tests.make.counter import TESTER, draft_order
from tests.make.order_export import NEW_ORDERS, ORDERS, UUID, Door, fill
from tests.make.web import until

ENTRY = {
    "customer": {"code": "6385"},
    "uuid": UUID,
    "items": [{"item_code": "A", "quantity": 1, "price": 1}],
}


def test_two_pullers_who_mark_the_same_numbers_mark_each_once(door: Door) -> None:
    fill(door, 300)
    numbers = [f"N-{n}" for n in range(301)]

    with ThreadPoolExecutor(max_workers=4) as pullers:
        sent = [numbers, numbers[::-1], numbers, numbers[::-1]]
        answers = list(pullers.map(lambda some: door.client.post(NEW_ORDERS, json=some), sent))

    assert [answer.status_code for answer in answers] == [200] * 4
    assert all(result == {"success": True} for answer in answers for result in answer.json()["data"].values())
    assert door.waiting() == []
    assert len(door.events("order.received")) == 301


def test_a_resubmission_while_its_order_is_marked_stays_waiting(door: Door) -> None:
    door.client.post(ORDERS, json=ENTRY)
    (number,) = door.waiting()

    def act(turn: int) -> int:
        if turn % 2:
            return door.client.post(ORDERS, json=ENTRY).status_code
        return door.client.post(NEW_ORDERS, json=[number]).status_code

    with ThreadPoolExecutor(max_workers=8) as actors:
        statuses = list(actors.map(act, range(16)))

    assert sorted(statuses) == [200] * 8 + [201] * 8
    assert door.waiting() == [f"{number}-{revision}" for revision in range(1, 9)]
    assert len(door.events("order.received")) == 1


def test_one_key_sent_many_times_at_once_is_one_order(door: Door) -> None:
    headers = {"Idempotency-Key": "once"}

    with ThreadPoolExecutor(max_workers=6) as reps:
        answers = list(reps.map(lambda _: door.client.post(ORDERS, json=ENTRY, headers=headers), range(6)))

    assert {(answer.status_code, answer.content) for answer in answers} == {(201, answers[0].content)}
    assert len(door.waiting()) == 1


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_consumer_begins_after_the_orders_that_are_in_the_making(door: Door) -> None:
    """On SQLite no order is in the making while something else is written."""
    waiting_for_a_lock = sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted")

    def place_while_registering(tx: WriteTx) -> Order:
        order = orders.place_order(tx, draft_order(door.counter, (None, 1)))
        registering.append(threads.submit(door.client.put, f"{ORDERS}/consumers/erp", json={}))
        until(lambda: registering[0].done() or tx.connection.scalar(waiting_for_a_lock))
        assert not registering[0].done()
        return order

    registering: list[Future[httpx.Response]] = []
    with ThreadPoolExecutor() as threads:
        order = door.database.write(TESTER, place_while_registering)
        answer = registering[0].result()
        door.place(number="NEW")

    assert answer.json()["data"]["waiting"] == 0
    assert door.waiting() == [order.number, "NEW"]
    later = door.client.get(f"{ORDERS}/consumers/erp/new_orders").json()["data"]
    assert [each["order_number"] for each in later] == ["NEW"]
