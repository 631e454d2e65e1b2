"""Entering an order (ours): what is filled in, what is refused, and the same uuid as a resubmission."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from partscounter.kit.clock import FixedClock
from partscounter_contracts.order_export import examples
from tests.make.counter import make_counter, stock_item, stock_of
from tests.make.order_export import NEW_ORDERS, ORDERS, UUID, Door

LINE = {"item_code": "1R-1808", "quantity": 4, "price": 19.99}


def enter(door: Door, body: object, **headers: str) -> httpx.Response:
    return door.client.post(ORDERS, json=body, headers=headers)


def entry(*items: object, **fields: object) -> dict[str, Any]:
    """An order of the known customer 6385."""
    return {"customer": {"code": "6385"}, "items": list(items) or [LINE]} | fields


def test_an_entered_order_is_answered_as_taken_and_waits(door: Door) -> None:
    sample = examples.ENTRY | {"customer": {"code": "6385"}}

    answer = enter(door, sample)

    assert answer.status_code == 201
    assert answer.headers["location"] == "http://counter.example/td00/ext/v2/orders/1.json"
    order = answer.json()["data"]
    assert list(answer.json()) == ["status", "error", "data"]
    assert order == door.client.get(NEW_ORDERS).json()["data"][0] == door.client.get(f"{ORDERS}/1.json").json()
    assert (order["order_number"], order["status"], order["channel"]) == ("6385-030226-1", "submitted", "order_entry")
    assert (order["po_number"], order["currency"], order["subtotal"], order["tax"]) == ("PO-1007", "EUR", 79.96, 15.99)


def test_what_is_blank_is_filled_in_from_the_customer(door: Door) -> None:
    order = enter(door, entry()).json()["data"]

    assert order["customer"] == {"code": "6385", "name": "Bea Buyer", "email": "buyer@customer.example", "phone": ""}
    assert order["order_date"] == "2026-03-02"
    assert order["items"][0]["unit_of_measure"] == "EA"


def test_every_field_comes_back_as_entered(door: Door) -> None:
    sent = {key: value for key, value in examples.ORDER.items() if key not in {"id", "currency"}}
    sent |= {"customer": examples.ORDER["customer"] | {"code": "6385"}, "tax": 7.01, "ship_date": "2026-04-01"}
    sent["ship_to"] = examples.ORDER["ship_to"] | {"code": "DOCK-2", "street2": "Gate 4"}
    sent["items"] = [
        LINE | {"price": 20, "discount_percent": 12.5, "price_code": "P2", "description": "D", "notes": "n"}
    ]

    order = enter(door, sent).json()["data"]

    decided = {"order_number", "original_order_number", "document_number", "submitted_at", "subtotal", "total", "items"}
    assert {key: order[key] for key in sent if key not in decided} == {
        key: value for key, value in sent.items() if key not in decided
    }
    assert order["items"] == [
        {
            "line": 1,
            "item_code": "1R-1808",
            "description": "D",
            "quantity": 4,
            "unit_of_measure": "EA",
            "price": 20,
            "price_code": "P2",
            "discount_percent": 12.5,
            "extended_price": 70,
            "notes": "n",
        }
    ]
    assert (order["subtotal"], order["shipping"], order["tax"], order["total"]) == (70, 12.5, 7.01, 89.51)


def test_an_exported_order_sent_back_is_its_resubmission(door: Door) -> None:
    first = enter(door, entry(uuid=UUID, ship_date="2026-04-01", shipping=3.5, tax=1)).json()["data"]

    second = enter(door, first).json()["data"]

    changed = {"id": 2, "order_number": "6385-030226-1-1", "document_number": "6385-030226-1-1", "revision": 1}
    assert second == first | changed
    assert [order["status"] for order in door.client.get(NEW_ORDERS).json()["data"]] == ["replaced", "submitted"]


def test_a_uuid_in_small_letters_is_the_same(door: Door) -> None:
    enter(door, entry(uuid=UUID))

    again = enter(door, entry(uuid=UUID.lower())).json()["data"]

    assert (again["revision"], again["uuid"]) == (1, UUID)


def test_the_uuid_of_another_organisation_is_nothing_special(door: Door) -> None:
    door.place(uuid=UUID, counter=door.other)

    assert enter(door, entry(uuid=UUID)).json()["data"]["revision"] == 0


def test_a_known_part_is_held_and_priced_from_stock(door: Door) -> None:
    item = stock_item(door.database, door.counter, quantity=5)

    items = enter(door, entry({"item_code": "s-765 4321", "quantity": 2}, {"item_code": "7654321", "quantity": 1}))

    assert [(each["price"], each["description"]) for each in items.json()["data"]["items"]] == [(100, "Oil Filter")] * 2
    assert stock_of(door.database, item) == (5, 3)


def test_a_resubmission_gives_back_what_the_first_held(door: Door) -> None:
    item = stock_item(door.database, door.counter, quantity=5)
    enter(door, entry({"item_code": "7654321", "quantity": 4}, uuid=UUID))

    enter(door, entry({"item_code": "7654321", "quantity": 2}, uuid=UUID))

    assert stock_of(door.database, item) == (5, 2)


def test_a_code_of_two_parts_holds_neither(sqlite_door: Door) -> None:
    first = stock_item(sqlite_door.database, sqlite_door.counter, inventory_id="1")
    stock_item(sqlite_door.database, sqlite_door.counter, inventory_id="2")

    answer = enter(sqlite_door, entry({"item_code": "7654321", "quantity": 1, "price": 5}))

    assert (answer.status_code, answer.json()["data"]["total"]) == (201, 6)
    assert stock_of(sqlite_door.database, first) == (10, 0)


def test_the_same_key_and_body_are_answered_with_the_same_order(door: Door) -> None:
    answers = [enter(door, entry(), **{"Idempotency-Key": "k1"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert door.waiting() == ["6385-030226-1"]


def test_the_same_key_with_another_body_is_refused(door: Door) -> None:
    enter(door, entry(), **{"Idempotency-Key": "k1"})

    answer = enter(door, entry(po_number="2"), **{"Idempotency-Key": "k1"})

    assert (answer.status_code, answer.json()) == (
        422,
        {
            "status": "failure",
            "error": "The idempotency key 'k1' was used before with another body.",
            "data": None,
        },
    )
    assert door.waiting() == ["6385-030226-1"]


def test_a_key_of_more_than_thirty_days_ago_is_a_new_one(door: Door, clock: FixedClock) -> None:
    enter(door, entry(), **{"Idempotency-Key": "k1"})
    clock.advance(timedelta(days=30))
    enter(door, entry(), **{"Idempotency-Key": "k1"})
    assert door.waiting() == ["6385-030226-1"]

    clock.advance(timedelta(seconds=1))
    enter(door, entry(po_number="2"), **{"Idempotency-Key": "k1"})

    assert door.waiting() == ["6385-030226-1", "6385-040126-2"]


AMOUNT = "must be from 0 to {}, with at most two decimal places"
LARGEST = AMOUNT.format("999999999999.99")
PERCENT = AMOUNT.format(100)
PLAIN = "must be a plain decimal number, such as 12.50"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (entry(customer={"code": "NOBODY"}), "customer.code is not the code of a customer"),
        (entry({"item_code": "A", "quantity": 1}), "items[0].price is required, for there is none on file"),
        (entry(LINE, LINE | {"price": -1}), f"items[1].price {LARGEST}"),
        (entry(LINE | {"price": 1.005}), f"items[0].price {LARGEST}"),
        (entry(LINE | {"price": "NaN"}), f"items[0].price {PLAIN}"),
        (entry(LINE | {"price": "1_000"}), f"items[0].price {PLAIN}"),
        (entry(LINE, LINE | {"discount_percent": "\uff15"}), f"items[1].discount_percent {PLAIN}"),
        (entry(shipping="+1"), f"shipping {PLAIN}"),
        (entry(tax="1e400000"), f"tax {PLAIN}"),
        (entry(LINE | {"quantity": "1_0"}), "items[0].quantity must be an integer, not a string"),
        (entry(LINE | {"discount_percent": 101}), f"items[0].discount_percent {PERCENT}"),
        (entry(tax=-1), f"tax {LARGEST}"),
        (entry(LINE | {"quantity": 0}), "items[0].quantity must be at least 1"),
        (entry(LINE | {"quantity": "1"}), "items[0].quantity must be an integer, not a string"),
        (entry(ship_date="2026-02-30"), "ship_date must be a date, such as 2026-03-02"),
        (entry(LINE, LINE | {"item_code": " \t"}), "items[1].item_code must not be blank"),
        (entry(rep={"code": "R\n1"}), "rep.code must have printable characters only"),
        (entry(LINE, LINE | {"quantity": 50001, "price": 20_000_000}), "items must come to 999999999999.99 at most"),
        ({"customer": {"code": "6385"}, "items": []}, "items must have at least 1 entries"),
        ([entry()], "$ must be an object, not a list"),
        (entry(notes="\0"), "notes must not contain the character U+0000"),
    ],
)
def test_a_wrong_entry_is_refused_and_changes_nothing(sqlite_door: Door, body: object, what: str) -> None:
    answer = enter(sqlite_door, body)

    assert answer.status_code == 400
    assert (answer.json()["status"], answer.json()["data"]) == ("failure", None)
    assert answer.json()["error"].endswith(f": {what}.")
    assert sqlite_door.waiting() == []
    assert sqlite_door.events("order.placed") == []


def test_a_long_list_of_faults_is_cut(sqlite_door: Door) -> None:
    answer = enter(sqlite_door, entry(*[LINE | {"quantity": 0}] * 12))

    assert answer.json()["error"].endswith("; items[9].quantity must be at least 1; and 2 more.")


def test_the_customer_of_another_dealer_is_unknown(sqlite_door: Door) -> None:
    make_counter(sqlite_door.database, code="TD02", vendor_id="102")

    answer = sqlite_door.client.post(ORDERS, json=entry(customer={"code": "TD02"}))

    assert answer.status_code == 400


@pytest.mark.parametrize("body", [b"", b"{", json.dumps(entry()).encode() + b"}"])
def test_an_entry_that_is_no_json_is_refused(sqlite_door: Door, body: bytes) -> None:
    answer = sqlite_door.client.post(ORDERS, content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["status"]) == (400, "failure")
    assert sqlite_door.waiting() == []


def test_two_keys_are_refused(sqlite_door: Door) -> None:
    keys = [("Idempotency-Key", "k1"), ("Idempotency-Key", "k2")]

    answer = sqlite_door.client.post(ORDERS, json=entry(), headers=keys)

    said = "There are several Idempotency-Keys: Idempotency-Key must be sent once only."
    assert (answer.status_code, answer.json()["status"], answer.json()["error"]) == (400, "failure", said)
    assert sqlite_door.waiting() == []


def test_a_key_longer_than_both_databases_hold_is_refused(sqlite_door: Door) -> None:
    answer = enter(sqlite_door, entry(), **{"Idempotency-Key": "k" * 256})

    assert (answer.status_code, answer.json()["error"]) == (400, "The Idempotency-Key has more than 255 characters.")
    assert sqlite_door.waiting() == []
