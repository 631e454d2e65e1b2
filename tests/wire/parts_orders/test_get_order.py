"""Reading an order back: as it stands now, whichever door changed it, and not for ever."""

import re
from datetime import timedelta
from itertools import pairwise

import httpx
import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import Move, Order, Stage
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place
from tests.make.parts_orders import ORDERS, Sample, get_token, open_sample, printed_order


def move(database: Database, order_id: int, *moves: Move) -> None:
    """Units of line 1 go on, as fulfilment would have them go."""

    def change(tx: WriteTx) -> Order:
        return orders.move_units(tx, orders.lock_order(tx, order_id), {1: list(moves)})

    database.write(TESTER, change)


@pytest.mark.parametrize(
    ("way", "line", "order"),
    [
        ((), "RESERVED", "CONFIRMED"),
        ((Stage.ISSUED,), "ISSUED", "CONFIRMED"),
        ((Stage.PACKED,), "PACKED", "INPROGRESS"),
        ((Stage.IN_TRANSIT,), "INTRANSIT", "SHIPPED"),
        ((Stage.IN_TRANSIT, Stage.DELIVERED), "DELIVERED", "SHIPPED"),
        ((Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED), "INVOICED", "CLOSED"),
        ((Stage.CANCELLED,), "CANCELLED", "CLOSED"),
    ],
)
def test_states_follow_the_units(
    sqlite_database: Database, clock: FixedClock, way: tuple[Stage, ...], line: str, order: str
) -> None:
    sample = open_sample(sqlite_database, clock)
    placed = sample.post(printed_order())
    stages = (Stage.RESERVED, *way)
    for source, target in pairwise(stages):
        move(sqlite_database, placed.json()["partsOrderId"], Move(source, target, 10))

    body = sample.http.get(placed.headers["location"]).json()

    assert (body["parts"][0]["partsOrderLineStatus"], body["orderStatus"]) == (line, order)


def test_a_line_is_as_far_as_its_least_advanced_unit(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    placed = sample.post(printed_order())
    move(sqlite_database, placed.json()["partsOrderId"], Move(Stage.RESERVED, Stage.IN_TRANSIT, 9))

    body = sample.http.get(placed.headers["location"]).json()

    assert (body["parts"][0]["partsOrderLineStatus"], body["orderStatus"]) == ("RESERVED", "SHIPPED")


@pytest.mark.parametrize("order_id", ["999", "0", "-1", "007", "1.0", "x", "1%20", "9" * 18, "9" * 40, "%D9%A1"])
def test_unknown_orders(sqlite_database: Database, clock: FixedClock, order_id: str) -> None:
    sample = open_sample(sqlite_database, clock)
    sample.post(printed_order())

    answer = sample.http.get(f"{ORDERS}/{order_id}")

    assert (answer.status_code, answer.json()["message"]) == (404, "Not found")
    [detail] = answer.json()["details"]
    assert (detail["field"], detail["issue"]) == ("partsOrderId", f"There is no order {detail['value']}.")


def shape_of(answer: httpx.Response, order_id: int) -> str:
    """The answer without the ids that it repeats."""
    return re.sub(rf"\b{order_id}\b", "#", answer.text.replace(answer.headers["x-request-id"], ""))


def test_orders_of_other_stores_are_unknown(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    other = place(database, draft_order(make_counter(database), (None, 1)))

    foreign, unknown = (sample.http.get(f"{ORDERS}/{id_}") for id_ in (other.id, other.id + 1))
    elsewhere = sample.http.get(f"/td00/main/v1/parts-orders/{other.id}")

    assert [each.status_code for each in (foreign, unknown, elsewhere)] == [404, 404, 404]
    assert shape_of(foreign, other.id) == shape_of(unknown, other.id + 1)
    assert elsewhere.json()["details"][0]["field"] == "storeId"


def test_orders_of_other_doors_are_read_like_ours(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    elsewhere = make_counter(sqlite_database)
    order = place(
        sqlite_database, draft_order(Counter(sample.dealer, sample.store, elsewhere.customer), (None, 2), (None, 1))
    )

    body = sample.http.get(f"{ORDERS}/{order.id}").json()

    assert body["orderStatus"] == "CREATED"
    assert [line["partId"] for line in body["parts"]] == ["S7654321", "S7654321"]
    assert body["deliveryAddress"] == {"streetName": "", "postalCode": "", "city": "", "countryCode": ""}
    assert not {"company", "orderReference"} & set(body)


def finish(sample: Sample) -> str:
    """The address of an order all of which has been shipped."""
    placed = sample.post(printed_order())
    move(sample.database, placed.json()["partsOrderId"], Move(Stage.RESERVED, Stage.IN_TRANSIT, 10))
    return placed.headers["location"]


def read_after(sample: Sample, clock: FixedClock, address: str, time: timedelta) -> int:
    """The status that a reader with a fresh token gets `time` later."""
    clock.advance(time)
    fresh = get_token(sample.http)
    return sample.http.get(address, headers={"Authorization": f"Bearer {fresh}"}).status_code


def test_a_fulfilled_order_is_retained_as_long_as_the_store_says(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock, retention_days=30)
    waiting = sample.post(printed_order()).headers["location"]
    finished = finish(sample)

    on_the_last_day = read_after(sample, clock, finished, timedelta(days=30))
    after_it = read_after(sample, clock, finished, timedelta(seconds=1))
    unfinished = read_after(sample, clock, waiting, timedelta(days=365))

    assert (on_the_last_day, after_it, unfinished) == (200, 404, 200)


def test_without_a_limit_orders_are_retained_for_ever(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)

    assert read_after(sample, clock, finish(sample), timedelta(days=10_000)) == 200
