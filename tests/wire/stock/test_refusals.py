"""What is refused, each in the one shape, with nothing changed."""

import json
from typing import Any

import httpx
import pytest

from partscounter.domain import inventory
from tests.make.access import SECRET
from tests.make.counter import TESTER
from tests.make.stock import ENGINE, ITEM, NDJSON, Door, line, ndjson

CALLS: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", ITEM, {}),
    ("PUT", ITEM, {"json": ENGINE}),
    ("PATCH", ITEM, {"json": {"price": 1}}),
    ("DELETE", ITEM, {}),
    ("POST", "/stock/items", {"content": ndjson(line("delete")), "headers": NDJSON}),
]


def wrong_fields(answer: httpx.Response) -> dict[str, str]:
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["code"] == "invalid"
    assert error["field"] == error["fields"][0]["field"]
    return {each["field"]: each["message"] for each in error["fields"]}


@pytest.mark.parametrize(("method", "path", "sent"), CALLS)
def test_nobody_comes_in_without_a_credential(sqlite_door: Door, method: str, path: str, sent: dict[str, Any]) -> None:
    sqlite_door.client.auth = None  # type: ignore[assignment]  # httpx declares the setter's type alone

    answer = sqlite_door.client.request(method, path, **sent)

    refused = {"error": {"code": "unauthenticated", "message": "A Basic credential is needed."}}
    assert (answer.status_code, answer.json()) == (401, refused)
    assert answer.headers["www-authenticate"] == 'Basic realm="stock", charset="UTF-8"'
    assert sqlite_door.changes() == []


@pytest.mark.parametrize(("method", "path", "sent"), CALLS)
def test_each_scope_opens_its_own_half(sqlite_door: Door, method: str, path: str, sent: dict[str, Any]) -> None:
    sqlite_door.client.put(ITEM, json=ENGINE)
    wrong, missing = ("writer", "stock/read") if method == "GET" else ("reader", "stock/write")

    answer = sqlite_door.as_user(wrong).request(method, path, **sent)

    message = f"This credential does not have the scope {missing}."
    assert (answer.status_code, answer.json()) == (403, {"error": {"code": "forbidden", "message": message}})
    assert len(sqlite_door.changes()) == 1


@pytest.mark.parametrize(("method", "path", "sent"), CALLS[:4])
def test_a_foreign_store_is_an_unknown_one(door: Door, method: str, path: str, sent: dict[str, Any]) -> None:
    door.client.put(ITEM, json=ENGINE)
    unknown = path.replace("/100/1/", "/100/9/")

    answers = [
        door.as_user("stranger").request(method, path, **sent),
        door.client.request(method, unknown, **sent),
    ]

    assert [(each.status_code, each.json()["error"]["code"]) for each in answers] == [(404, "unknown_store")] * 2
    assert len(door.changes()) == 1


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_every_wrong_field_is_named_at_once(sqlite_door: Door, method: str) -> None:
    sqlite_door.client.put(ITEM, json=ENGINE)
    before = sqlite_door.item()
    body = {
        "part_type": " ",
        "year": 1850,
        "price": "12,50",
        "core_price": 1.005,
        "list_price": -1,
        "quantity": "many",
        "available": "yes",
        "make": 7,
        "images": ["https://a.example/1", "javascript:alert(1)"],
        "qa": [{"label": "a"}, {"question": "b"}],
        "line": "boats",
        "prize": 1,
        "vendor_id": "101",
    }

    wrong = wrong_fields(sqlite_door.client.request(method, ITEM, json=body))

    assert wrong == {
        "part_type": "must not be blank",
        "year": "'1850' is not a year from 1901 to 2028",
        "price": "'12,50' is not an amount",
        "core_price": "'1.005' has more than two decimal places",
        "list_price": "'-1' is below zero",
        "quantity": "'many' is not a whole number from 0 to 1000000000",
        "available": "must be true or false, not a string",
        "make": "must be a string, not a number",
        "images": "'javascript:alert(1)' is not an http or https address",
        "qa[1]": "must be an object with label and value",
        "line": "'boats' is none of heavy_truck, yellow_iron, automotive, motorcycle, 1, 2, 3, 4",
        "prize": "is not a field of an item",
        "vendor_id": "must be '100', as in the address",
    }
    assert sqlite_door.item() == before


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"part_type": "must not be blank"}),
        ({"part_type": None}, {"part_type": "must not be blank"}),
        ({"part_type": 1}, {"part_type": "must be a string, not a number"}),
        (ENGINE | {"make": "a\0b"}, {"make": "'a\\x00b' holds a control character"}),
        (ENGINE | {"images": "https://a.example/1"}, {"images": "must be a list, not a string"}),
        (ENGINE | {"images": [""]}, {"images[0]": "must be a string that is not blank"}),
        (ENGINE | {"images": ["https://a.example/1|2"]}, {"images[0]": "must not hold the character |"}),
        (ENGINE | {"qa": [{"label": "a=b"}]}, {"qa[0]": "must not hold the character ="}),
        (ENGINE | {"quantity": True}, {"quantity": "must be a number, not true or false"}),
        (ENGINE | {"quantity": 1.5}, {"quantity": "'1.5' is not a whole number from 0 to 1000000000"}),
        (ENGINE | {"year": [2014]}, {"year": "must be a number, not a list"}),
        (ENGINE | {"make": {}}, {"make": "must be a string, not an object"}),
    ],
)
def test_a_wrong_put_creates_nothing(sqlite_door: Door, body: dict[str, Any], wrong: dict[str, str]) -> None:
    assert wrong_fields(sqlite_door.client.put(ITEM, json=body)) == wrong
    assert sqlite_door.client.get(ITEM).status_code == 404
    assert sqlite_door.changes() == []


@pytest.mark.parametrize("amount", ["1e2", "12.345", "1E-7", "0.1000000000000000055", "123456789012345.00"])
def test_amounts_are_judged_by_the_digits_sent(sqlite_door: Door, amount: str) -> None:
    body = f'{{"part_type":"Engine","price":{amount}}}'

    answer = sqlite_door.client.put(ITEM, content=body, headers={"Content-Type": "application/json"})

    assert list(wrong_fields(answer)) == ["price"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "malformed"), (b"{", "malformed"), (b'{"make":"\xff"}', "malformed"), (b"[]", "invalid"), (b"1", "invalid")],
)
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_body_must_be_an_object(sqlite_door: Door, method: str, content: bytes, code: str) -> None:
    answer = sqlite_door.client.request(method, ITEM, content=content, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)
    assert sqlite_door.changes() == []


def test_a_stale_writer_is_told_and_changes_nothing(door: Door) -> None:
    first = door.client.put(ITEM, json=ENGINE).headers["etag"]
    second = door.client.patch(ITEM, json={"price": 1}, headers={"If-Match": first}).headers["etag"]
    before = door.item()

    stale = [
        door.client.patch(ITEM, json={"price": 2}, headers={"If-Match": first}),
        door.client.put(ITEM, json=ENGINE, headers={"If-Match": first}),
        door.client.delete(ITEM, headers={"If-Match": f"{first}, W/{second}"}),
        door.client.put(ITEM, json=ENGINE, headers={"If-None-Match": "*"}),
    ]

    assert first != second
    assert [(each.status_code, each.json()["error"]["code"]) for each in stale] == [(412, "item_changed")] * 4
    assert door.item() == before
    assert door.client.delete(ITEM, headers={"If-Match": f'"x", {second}'}).status_code == 204


def test_an_item_that_is_not_there_matches_nothing(door: Door) -> None:
    answers = [door.client.put(ITEM, json=ENGINE, headers={"If-Match": tag}) for tag in ("*", '"abc"')]

    assert [each.status_code for each in answers] == [412, 412]
    assert door.changes() == []
    assert door.client.put(ITEM, json=ENGINE, headers={"If-None-Match": "*"}).status_code == 201
    assert door.client.patch(ITEM, json={"price": 1}, headers={"If-Match": "*"}).status_code == 200


@pytest.mark.parametrize("headers", [{"If-Match": "abc"}, {"If-Match": '"a" "b"'}, {"If-None-Match": '"a"'}])
def test_an_unreadable_condition_is_refused(sqlite_door: Door, headers: dict[str, str]) -> None:
    answer = sqlite_door.client.put(ITEM, json=ENGINE, headers=headers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "malformed")
    assert sqlite_door.changes() == []


def test_a_sale_changes_the_etag(door: Door) -> None:
    before = door.client.put(ITEM, json=ENGINE).headers["etag"]
    item_id = door.item().id
    door.database.write(TESTER, lambda tx: inventory.reserve(tx, {item_id: 1}))

    assert door.client.patch(ITEM, json={"quantity": 1}, headers={"If-Match": before}).status_code == 412


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/stock", 404, "not_found"),
        ("GET", "/stock/items/100/1", 404, "not_found"),
        ("POST", ITEM, 405, "method_not_allowed"),
        ("GET", "/stock/items", 405, "method_not_allowed"),
    ],
)
def test_other_addresses_and_methods(sqlite_door: Door, method: str, path: str, status: int, code: str) -> None:
    answer = sqlite_door.client.request(method, path)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_another_type_and_a_large_body_are_refused(sqlite_door: Door) -> None:
    large = json.dumps(ENGINE | {"description": "x" * 1_048_576})

    answers = [
        sqlite_door.client.put(ITEM, content=json.dumps(ENGINE), headers={"Content-Type": "text/plain"}),
        sqlite_door.client.put(ITEM, content=large, headers={"Content-Type": "application/json"}),
    ]

    codes = [(each.status_code, each.json()["error"]["code"]) for each in answers]
    assert codes == [(415, "unsupported_media"), (413, "too_large")]
    assert sqlite_door.changes() == []


def test_a_wrong_password_is_refused(sqlite_door: Door) -> None:
    assert sqlite_door.client.get(ITEM, auth=("yard", SECRET + "x")).status_code == 401
