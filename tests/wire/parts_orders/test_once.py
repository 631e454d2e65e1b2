"""One order for one Idempotency-Key, and one buyer for the last piece, however many ask at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.make.parts_orders import ASYNC_ORDERS, ORDERS, Sample, get_token, line_of, open_sample, printed_order

SINGLE = [line_of(partId="S7654321")]


def at_once(sample: Sample, times: int, **headers: str) -> list[httpx.Response]:
    with ThreadPoolExecutor(max_workers=times) as buyers:
        return list(buyers.map(lambda _: sample.post(printed_order(parts=SINGLE), **headers), range(times)))


def test_the_last_piece_is_sold_once(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock, quantity=1)

    answers = [answer.json() for answer in at_once(sample, 2)]

    assert sorted(body["parts"][0]["partsOrderLineStatus"] for body in answers) == ["BACKORDER", "RESERVED"]
    assert sample.traces()[1:] == ([2, 0], [(1, 1)])


def test_eight_requests_with_one_key_are_one_order(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)

    answers = at_once(sample, 8, Idempotency_Key="k-1")

    assert {answer.status_code for answer in answers} == {201}
    assert len({(answer.content, answer.headers["location"]) for answer in answers}) == 1
    assert sample.traces()[1:] == ([1, 1], [(25, 1)])


def test_a_repeat_gives_the_first_answer_whatever_has_happened_since(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock, quantity=10)
    first = sample.post(printed_order(), Idempotency_Key="k-1")
    sample.post(printed_order())
    before = sample.traces()

    again = sample.post(printed_order(), Idempotency_Key="k-1", Host="elsewhere.example")

    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["content-type"] == first.headers["content-type"]
    assert sample.traces() == before


def test_a_repeat_at_an_asynchronous_store(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, store_id="async", takes_orders_asynchronously=True)

    first, again = (sample.post(printed_order(), ASYNC_ORDERS, Idempotency_Key="k-1") for _ in range(2))

    assert (again.status_code, again.content) == (202, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert sample.traces()[1] == [1, 1]


def test_a_key_with_another_body_is_refused(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    sample.post(printed_order(), Idempotency_Key="k-1")
    before = sample.traces()

    other = sample.post(printed_order(orderType="EMG"), Idempotency_Key="k-1")

    assert (other.status_code, other.json()["message"]) == (422, "Conflict")
    assert other.json()["details"] == [
        {
            "field": "Idempotency-Key",
            "value": "k-1",
            "issue": "The idempotency key 'k-1' was used before with another body.",
        }
    ]
    assert sample.traces() == before


def test_a_key_of_more_than_thirty_days_ago_is_a_new_one(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    sample.post(printed_order(), Idempotency_Key="k-1")

    for later, orders in ((timedelta(days=30), 1), (timedelta(seconds=1), 2)):
        clock.advance(later)
        sample.http.headers["Authorization"] = f"Bearer {get_token(sample.http)}"
        assert sample.post(printed_order(), Idempotency_Key="k-1").status_code == 201
        assert sample.traces()[1] == [orders, 1]


def test_a_refused_order_leaves_its_key_free(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)

    refused = sample.post(printed_order(customerId="x"), Idempotency_Key="k-1")
    corrected = sample.post(printed_order(), Idempotency_Key="k-1")

    assert (refused.status_code, corrected.status_code) == (400, 201)


def test_two_keys_are_refused_with_all_else(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock)
    before = sample.traces()
    keys = [("Idempotency-Key", "k-1"), ("Idempotency-Key", "k-2")]

    answer = sample.http.post(ORDERS, json=printed_order(orderType="X"), headers=keys)

    assert answer.status_code == 400
    assert answer.json()["details"][0]["issue"] == "must be sent once only"
    assert [each["field"] for each in answer.json()["details"]] == ["Idempotency-Key", "orderType"]
    assert sample.traces() == before


@pytest.mark.parametrize("key", ["", "x" * 256, "é"])
def test_keys_have_bounds(sqlite_database: Database, clock: FixedClock, key: str) -> None:
    sample = open_sample(sqlite_database, clock)
    before = sample.traces()

    answer = sample.http.post(
        ORDERS, json=printed_order(orderType="X"), headers={b"Idempotency-Key": key.encode("latin-1")}
    )

    assert answer.status_code == 400
    assert [each["field"] for each in answer.json()["details"]] == ["Idempotency-Key", "orderType"]
    assert sample.traces() == before
