"""Streams of changes: each line for itself, in order, again without harm."""

import json

import pytest

from partscounter.domain import inventory
from partscounter_contracts.stock import BATCH_LINES
from tests.make.counter import TESTER
from tests.make.stock import ENGINE, ITEM, NDJSON, Door, line, ndjson


def named(inventory_id: str = "A-1") -> dict[str, str]:
    return {"vendor_id": "100", "vendor_store": "1", "vendor_inventory_id": inventory_id}


def test_each_line_is_done_or_refused_for_itself(door: Door) -> None:
    results = door.send(
        line("put", "A", ENGINE),
        line("put", "B", ENGINE | {"price": "x"}),
        "",
        "no json",
        line("patch", "C", {"price": 1}),
        line("put", "D", ENGINE) | {"vendor_store": "9"},
        line("put", "E", ENGINE, if_match='"abc"'),
        line("put", "F"),
        line("put", "G", ENGINE, if_mach="*"),
        line("put", "H", ENGINE),
        line("delete", "A"),
    )

    assert [(each["line"], each["status"], each.get("error", {}).get("code")) for each in results] == [
        (1, 201, None),
        (2, 400, "invalid"),
        (4, 400, "malformed"),
        (5, 404, "unknown_item"),
        (6, 404, "unknown_store"),
        (7, 412, "item_changed"),
        (8, 400, "invalid"),
        (9, 400, "invalid"),
        (10, 201, None),
        (11, 204, None),
    ]
    assert results[0] | named("A") == results[0]
    assert results[1]["error"]["fields"] == [{"field": "price", "message": "'x' is not an amount"}]
    assert results[6]["error"]["fields"] == [{"field": "item", "message": "is required"}]
    assert results[7]["error"]["fields"] == [{"field": "if_mach", "message": "is not a field here"}]
    assert door.client.get("/stock/items/100/1/H").headers["etag"] == results[8]["etag"]
    statuses = [door.client.get(f"/stock/items/100/1/{name}").status_code for name in "ABCDEFG"]
    assert statuses == [404] * 7


def test_a_later_line_sees_what_an_earlier_one_did(door: Door) -> None:
    results = door.send(
        line("put", item=ENGINE | {"price": 5}),
        line("patch", item={"price": 6}),
        line("patch", item={"quantity": 3}),
        line("delete"),
        line("delete"),
        line("put", item=ENGINE | {"price": 7}),
    )

    assert [each["status"] for each in results] == [201, 200, 200, 204, 204, 201]
    assert door.client.get(ITEM).json()["price"] == 7


def test_the_same_stream_again_changes_nothing(door: Door) -> None:
    lines = [line("put", f"N-{n}", ENGINE | {"price": n}) for n in range(60)]
    lines += [line("patch", f"N-{n}", {"condition": "B", "quantity": 2}) for n in range(10)]
    first = door.send(*lines[:60])
    changed = door.send(*lines[60:])
    events = len(door.changes())

    again = door.send(*lines[60:])

    assert [each["status"] for each in first] == [201] * 60
    assert [each["etag"] for each in again] == [each["etag"] for each in changed]
    assert len(door.changes()) == events == 4


def test_a_retry_does_not_bring_back_what_was_sold_meanwhile(door: Door) -> None:
    lines = [line("put", item=ENGINE), line("put", "B", ENGINE)]
    door.send(*lines)
    item_id = door.item().id
    door.database.write(TESTER, lambda tx: inventory.reserve(tx, {item_id: 1}))
    door.database.write(TESTER, lambda tx: inventory.hand_out(tx, {item_id: 1}, {}))

    door.send(*lines)

    assert door.item().on_hand == 0


def test_what_a_stream_changed_stands_in_its_history_line_by_line(door: Door) -> None:
    door.send(*[line("put", f"N-{n}", ENGINE) for n in range(30)])

    assert [len(ids) for ids in door.changes()] == [25, 5]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_of_either_kind(sqlite_door: Door, ending: str) -> None:
    body = ndjson(line("put", item=ENGINE), line("patch", item={"price": 1})).replace(b"\n", ending.encode())

    answer = sqlite_door.client.post("/stock/items", content=body, headers=NDJSON)

    assert [piece["status"] for piece in map(json.loads, answer.text.splitlines())] == [201, 200]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "malformed"),
        (b"\n \n", 400, "malformed"),
        (b"{}\n" * (BATCH_LINES + 1), 413, "too_large"),
        (b"x" * 8_388_609, 413, "too_large"),
    ],
)
def test_a_stream_without_lines_or_with_too_many_is_refused(
    sqlite_door: Door, body: bytes, status: int, code: str
) -> None:
    answer = sqlite_door.client.post("/stock/items", content=body, headers=NDJSON)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert sqlite_door.changes() == []


def test_a_stream_must_say_what_it_is(sqlite_door: Door) -> None:
    body = ndjson(line("put", item=ENGINE))

    answer = sqlite_door.client.post("/stock/items", content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (415, "unsupported_media")
    assert sqlite_door.changes() == []


def test_a_stream_may_be_larger_than_other_bodies(sqlite_door: Door) -> None:
    lines = [line("put", f"N-{n}", ENGINE | {"description": "x" * 40_000}) for n in range(30)]

    assert [each["status"] for each in sqlite_door.send(*lines)] == [201] * 30


def test_stores_of_other_dealers_are_out_of_reach(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE)

    answer = door.as_user("stranger").post("/stock/items", content=ndjson(line("delete")), headers=NDJSON)

    assert '"status":404' in answer.text
    assert door.item().available == 1
