"""Marking orders received: by exact number, one entry each, and all or nothing when the body is wrong."""

import json
from typing import Any

import pytest

from partscounter.domain.orders import Order
from tests.make.order_export import NEW_ORDERS, UUID, Door, fill

UNKNOWN = {"success": False, "error": "There is no order with this number."}
MARKED = {"success": True}


def post(door: Door, body: object, **headers: str) -> Any:  # noqa: ANN401 - an answer's JSON
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return door.client.post(NEW_ORDERS, content=content, headers=headers)


def test_the_printed_numbers_are_marked_and_wait_no_longer(door: Door) -> None:
    placed: list[Order] = [door.place(number=number) for number in ("XYZ-123", "XYZ-124", "XYZ-125")]

    answer = post(door, b'[ "XYZ-123", "XYZ-124" ]')

    assert (answer.status_code, answer.content) == (
        200,
        b'{"status":"success","error":null,"data":{"XYZ-123":{"success":true},"XYZ-124":{"success":true}}}',
    )
    assert door.waiting() == ["XYZ-125"]
    assert door.events("order.received") == [f"order:{order.id}" for order in placed[:2]]


def test_a_number_does_not_mark_its_resubmission(door: Door) -> None:
    door.place(number="X", uuid=UUID)
    door.place(uuid=UUID)

    assert post(door, ["X"]).json()["data"] == {"X": MARKED}
    assert door.waiting() == ["X-1"]


def test_a_resubmission_does_not_mark_the_order_before_it(door: Door) -> None:
    door.place(number="X", uuid=UUID)
    door.place(uuid=UUID)

    assert post(door, ["X-1"]).json()["data"] == {"X-1": MARKED}
    assert door.waiting() == ["X"]


def test_unknown_and_foreign_numbers_fail_alike_beside_those_marked(door: Door) -> None:
    door.place(number="XYZ-123")
    theirs = door.place(number="THEIRS", counter=door.other)

    answer = post(door, ["THEIRS", "XYZ-123", "NONE", ""])

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "status": "success",
            "error": None,
            "data": {"THEIRS": UNKNOWN, "XYZ-123": MARKED, "NONE": UNKNOWN, "": UNKNOWN},
        },
    )
    assert f"order:{theirs.id}" not in door.events("order.received")


def test_one_entry_for_each_distinct_number_and_marked_before_is_marked(door: Door) -> None:
    door.place(number="A")

    for _ in range(2):
        assert post(door, ["A", "B", "A"]).json()["data"] == {"A": MARKED, "B": UNKNOWN}

    assert len(door.events("order.received")) == 1


def test_numbers_are_compared_to_the_letter(door: Door) -> None:
    door.place(number="XYZ-123")

    data = post(door, ["xyz-123", "XYZ-123 ", "XYZ%"]).json()["data"]

    assert data == {"xyz-123": UNKNOWN, "XYZ-123 ": UNKNOWN, "XYZ%": UNKNOWN}
    assert door.waiting() == ["XYZ-123"]


def test_an_empty_array_marks_nothing(sqlite_door: Door) -> None:
    sqlite_door.place(number="A")

    assert post(sqlite_door, []).content == b'{"status":"success","error":null,"data":{}}'
    assert sqlite_door.waiting() == ["A"]


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", "?"])
def test_any_content_type_will_do(sqlite_door: Door, media_type: str) -> None:
    sqlite_door.place(number="A")

    assert post(sqlite_door, ["A"], **{"Content-Type": media_type}).json()["data"] == {"A": MARKED}


NOT_NUMBERS = "The body is not a JSON array of order numbers"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b'["A", 1]', f"{NOT_NUMBERS}: [1] must be a string, not an integer."),
        (b'["A", null]', f"{NOT_NUMBERS}: [1] must be a string, not null."),
        (b'["A", ["B"]]', f"{NOT_NUMBERS}: [1] must be a string, not a list."),
        (b'{"A": true}', f"{NOT_NUMBERS}: $ must be a list, not an object."),
        (b'"A"', f"{NOT_NUMBERS}: $ must be a list, not a string."),
        (b"null", f"{NOT_NUMBERS}: $ must be a list, not null."),
        (b'["A", "\\u0000"]', f"{NOT_NUMBERS}: [1] must not contain the character U+0000."),
        (b"", "The body is empty; it must be JSON."),
        (b"\xff", "The body is not UTF-8 (byte 0)."),
    ],
)
def test_a_body_that_is_no_array_of_numbers_marks_nothing(sqlite_door: Door, body: bytes, error: str) -> None:
    sqlite_door.place(number="A")

    answer = post(sqlite_door, body)

    assert answer.status_code == 400
    assert answer.json() == {"status": "failure", "error": error, "data": None}
    assert sqlite_door.waiting() == ["A"]
    assert sqlite_door.events("order.received") == []


@pytest.mark.parametrize("body", [b'["A"', b'["A",]', b"A", b'["A"] ["B"]', b"[" * 5000])
def test_malformed_json_is_a_failure(sqlite_door: Door, body: bytes) -> None:
    sqlite_door.place(number="A")

    answer = post(sqlite_door, body)

    assert (answer.status_code, answer.json()["status"], answer.json()["data"]) == (400, "failure", None)
    assert answer.json()["error"].startswith("The body is n")
    assert sqlite_door.waiting() == ["A"]


def test_more_numbers_than_one_write_takes_are_all_marked(door: Door) -> None:
    fill(door, 1200)
    numbers = [f"N-{n}" for n in range(1300)]

    data = post(door, numbers).json()["data"]

    assert list(data) == numbers
    assert [number for number, result in data.items() if not result["success"]] == numbers[1201:]
    assert door.waiting() == []
    assert len(door.events("order.received")) == 1201
