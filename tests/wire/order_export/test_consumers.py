"""Named consumers and receipts: each consumer has marks of its own, and a receipt tells what is left."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from partscounter.domain import export
from tests.make.access import SECRET
from tests.make.order_export import NEW_ORDERS, UUID, Door
from tests.make.tracking import everything

CONSUMERS = "/td00/ext/v2/orders/consumers"
ERP = f"{CONSUMERS}/erp"


def digest(*numbers: str) -> str:
    return hashlib.sha256("".join(f"{number}\n" for number in numbers).encode()).hexdigest()


def waiting(door: Door, consumer: str = ERP) -> list[str]:
    return [order["order_number"] for order in door.client.get(f"{consumer}/new_orders").json()["data"]]


def register(door: Door, name: str = "erp", **entry: bool) -> Any:  # noqa: ANN401 - an answer's JSON
    return door.client.put(f"{CONSUMERS}/{name}", json=entry)


def test_a_consumer_gets_what_is_submitted_from_now_on(door: Door) -> None:
    door.place(number="OLD")

    answer = register(door)
    door.place(number="NEW")

    assert (answer.status_code, answer.json()) == (
        201,
        {
            "status": "success",
            "error": None,
            "data": {"name": "erp", "created_at": "2026-03-02T09:30:00Z", "waiting": 0},
        },
    )
    assert waiting(door) == ["NEW"]
    assert door.waiting() == ["OLD", "NEW"]


def test_with_the_past_it_gets_all_there_ever_were(door: Door) -> None:
    door.place(number="OLD")
    door.client.post(NEW_ORDERS, json=["OLD"])

    register(door, with_past=True)

    assert waiting(door) == ["OLD"]
    assert door.waiting() == []


def test_registering_again_changes_nothing(door: Door) -> None:
    register(door)
    door.place(number="X")
    before = everything(door.database)

    again = register(door, with_past=True)

    assert (again.status_code, again.json()["data"]["waiting"]) == (200, 1)
    assert everything(door.database) == before


def test_a_mark_is_one_consumers_own(door: Door) -> None:
    register(door)
    register(door, "bi")
    placed = door.place(number="X", uuid=UUID)
    door.place(uuid=UUID)

    answer = door.client.post(f"{ERP}/new_orders", json=["X", "NONE"])

    assert answer.json()["data"] == {
        "X": {"success": True},
        "NONE": {"success": False, "error": "There is no order with this number."},
    }
    assert (waiting(door), waiting(door, f"{CONSUMERS}/bi"), door.waiting()) == (["X-1"], ["X", "X-1"], ["X", "X-1"])
    assert door.events("order.received") == [f"order:{placed.id}"]
    listed = door.client.get(CONSUMERS).json()["data"]
    assert [(each["name"], each["waiting"]) for each in listed] == [("bi", 2), ("erp", 1)]


def test_marking_twice_marks_once(door: Door) -> None:
    register(door)
    door.place(number="X")

    first, second = (door.client.post(f"{ERP}/new_orders", json=["X"]) for _ in range(2))

    assert first.json() == second.json()
    assert len(door.events("order.received")) == 1
    with door.database.read() as tx:
        assert [each.marked for each in export.list_receipts(tx, door.counter.dealer.id, limit=9)] == [0, 1]


@pytest.mark.parametrize("named", [False, True])
def test_a_marking_answers_with_a_receipt_of_what_is_left(door: Door, named: bool) -> None:
    register(door)
    for number in ("A", "B", "C"):
        door.place(number=number)
    door.place(number="THEIRS", counter=door.other)
    base = ERP if named else "/td00/ext/v2/orders"

    before = door.client.get(f"{base}/receipt").json()
    answer = door.client.post(f"{base}/new_orders", json=["B"])

    assert before == {"status": "success", "error": None, "data": {"waiting": 3, "digest": digest("A", "B", "C")}}
    assert (answer.headers["receipt-waiting"], answer.headers["receipt-digest"]) == ("2", digest("A", "C"))
    with door.database.read() as tx:
        kept = export.list_receipts(tx, door.counter.dealer.id, limit=9)
    assert [(str(each.id), each.given_to, each.consumer, each.marked, each.waiting) for each in kept] == [
        (answer.headers["receipt-id"], "admin", "erp" if named else "", 1, export.Waiting(2, digest("A", "C")))
    ]
    assert door.client.get(f"{base}/receipt").json()["data"] == {"waiting": 2, "digest": digest("A", "C")}


def test_nothing_waiting_has_a_receipt_too(door: Door) -> None:
    assert door.client.get("/td00/ext/v2/orders/receipt").json()["data"] == {"waiting": 0, "digest": digest()}


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", f"{ERP}/new_orders"), ("POST", f"{ERP}/new_orders"), ("GET", f"{ERP}/receipt")],
)
def test_an_unknown_consumer_is_a_404_and_nothing_changes(door: Door, method: str, path: str) -> None:
    door.place(number="X")
    before = everything(door.database)

    answer = door.client.request(method, path, json=["X"] if method == "POST" else None)

    assert (answer.status_code, answer.json()) == (
        404,
        {"status": "failure", "error": "There is no consumer erp.", "data": None},
    )
    assert everything(door.database) == before


@pytest.mark.parametrize("name", ["-erp", "e%20rp", "a" * 65, ".erp"])
def test_a_name_that_is_none_is_refused(door: Door, name: str) -> None:
    before = everything(door.database)

    answer = register(door, name)

    assert answer.status_code == 400
    assert answer.json()["error"].startswith("This is no name of a consumer: consumer must be 1 to 64 letters")
    assert everything(door.database) == before


def test_one_organisations_consumers_are_unknown_to_another(door: Door) -> None:
    register(door)
    door.client.auth = ("other-admin", SECRET)

    assert door.client.get("/td01/ext/v2/orders/consumers").json()["data"] == []
    assert door.client.get("/td01/ext/v2/orders/consumers/erp/receipt").status_code == 404
    assert door.client.get(ERP + "/receipt").status_code == 404


def test_marks_and_registrations_at_the_same_moment_count_once(door: Door) -> None:
    door.place(number="X")
    with ThreadPoolExecutor(6) as pool:
        registered = [answer.status_code for answer in pool.map(lambda _: register(door, with_past=True), range(6))]
        marked = list(pool.map(lambda _: door.client.post(f"{ERP}/new_orders", json=["X"]).status_code, range(6)))

    assert sorted(registered) == [200] * 5 + [201]
    assert marked == [200] * 6
    assert len(door.events("order.received")) == 1
    assert waiting(door) == []
