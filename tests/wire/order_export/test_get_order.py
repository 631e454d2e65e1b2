"""One order by its id: the bare object, never marked by it."""

import pytest

from tests.make.fulfilment import make_update, take
from tests.make.order_export import NEW_ORDERS, UUID, Door


def test_the_printed_order_is_the_bare_object_and_still_waits(door: Door) -> None:
    door.place(number="DEMO-1", order_id=117159)

    answer = door.client.get("/td00/ext/v2/orders/117159.json")

    assert answer.status_code == 200
    assert answer.json() == door.client.get(NEW_ORDERS).json()["data"][0]
    assert (answer.json()["id"], answer.json()["order_number"]) == (117159, "DEMO-1")
    assert door.events("order.received") == []


def test_an_order_that_was_marked_can_still_be_read(door: Door) -> None:
    door.place(number="DEMO-1", order_id=117159)
    door.client.post(NEW_ORDERS, json=["DEMO-1"])

    assert door.client.get("/td00/ext/v2/orders/117159.json").status_code == 200


def test_another_organisations_order_answers_as_an_unknown_one(door: Door) -> None:
    door.place(number="THEIRS", order_id=5, counter=door.other)

    bodies = [door.client.get(f"/td00/ext/v2/orders/{id_}.json") for id_ in (5, 6)]

    assert [answer.status_code for answer in bodies] == [404, 404]
    assert [answer.json() for answer in bodies] == [
        {"status": "failure", "error": f"There is no order {id_}.", "data": None} for id_ in (5, 6)
    ]


@pytest.mark.parametrize("sent", ["abc", "0", "-1", "01", "1.0", "1e3", "%D9%A1", "9" * 19, "1%20", "XYZ-123"])
def test_what_is_no_id_is_not_found(sqlite_door: Door, sent: str) -> None:
    sqlite_door.place(number="XYZ-123", order_id=1)

    answer = sqlite_door.client.get(f"/td00/ext/v2/orders/{sent}.json")

    assert (answer.status_code, answer.json()["status"], answer.json()["data"]) == (404, "failure", None)


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        (["OH"], "on_hold"),
        (["OH", "OR"], "released"),
        (["EX"], "exception"),
        (["RP"], "ready_for_pickup"),
        (["PA"], "partially_ready_for_pickup"),
        (["PS"], "partially_shipped"),
        (["FS"], "shipped"),
        (["FS", "DL"], "delivered"),
        (["RP", "PU"], "picked_up"),
    ],
)
def test_the_status_follows_order_tracking(sqlite_door: Door, codes: list[str], status: str) -> None:
    order = sqlite_door.place(order_id=1)
    for code in codes:
        pickup = code in {"RP", "PA", "PU"}
        take(sqlite_door.database, make_update(order, code, ("7654321", 2), type_="pickup" if pickup else "delivery"))

    assert sqlite_door.client.get("/td00/ext/v2/orders/1.json").json()["status"] == status


@pytest.mark.parametrize(("units", "status"), [(1, "partially_cancelled"), (2, "cancelled")])
def test_an_order_is_cancelled_when_all_of_it_is(sqlite_door: Door, units: int, status: str) -> None:
    order = sqlite_door.place(order_id=1)
    take(sqlite_door.database, make_update(order, "OC", ("7654321", units)))

    assert sqlite_door.client.get("/td00/ext/v2/orders/1.json").json()["status"] == status


def test_a_resubmission_with_other_lines_leaves_the_first_as_it_is(sqlite_door: Door) -> None:
    sqlite_door.place(order_id=1, uuid=UUID)
    sqlite_door.place(order_id=2, uuid=UUID, part_code="1111111")

    found = [sqlite_door.client.get(f"/td00/ext/v2/orders/{id_}.json").json() for id_ in (1, 2)]

    assert [order["status"] for order in found] == ["submitted", "submitted"]
    assert [order["revision"] for order in found] == [0, 1]
