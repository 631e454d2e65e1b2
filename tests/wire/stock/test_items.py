"""Single items: put, read, changed and retired, and what that means for units held by orders."""

import json
from typing import Any

import pytest

from partscounter.domain import inventory
from partscounter_contracts.stock import ItemFields, examples
from tests.make.counter import TESTER, draft_order, place, stock_of
from tests.make.stock import ENGINE, ITEM, Door


def test_a_put_item_is_there_and_can_be_put_again(door: Door) -> None:
    created = door.client.put(ITEM, json=ENGINE)
    read = door.client.get(ITEM)
    again = door.client.put(ITEM, json=ENGINE)

    assert (created.status_code, read.status_code, again.status_code) == (201, 200, 200)
    assert created.content == read.content == again.content
    assert created.headers["etag"] == read.headers["etag"] == again.headers["etag"]
    assert len(door.changes()) == 1


def test_every_field_is_kept(sqlite_door: Door) -> None:
    told: dict[str, Any] = {name: f"some {name}" for name in examples.STOCK_ITEM} | {
        "year": 2014,
        "price": 9500.5,
        "core_price": "100.00",
        "list_price": 12000,
        "available": False,
        "quantity": 3,
        "description": "<p>Good <script>x</script></p>",
        "images": ["https://img.example/1.jpg", "http://img.example/2.jpg"],
        "qa": [{"label": "HP", "value": "450"}, {"label": "Colour", "value": ""}],
        "line": "yellow_iron",
    }
    told |= {"vendor_id": "100", "vendor_store": "1", "vendor_inventory_id": "A-1"}

    kept = sqlite_door.client.put(ITEM, json=told)

    assert kept.status_code == 201
    decided = {"reserved": 0, "sellable": 0, "description": "<p>Good </p>", "price": 9500.5, "core_price": 100}
    moments = dict.fromkeys(("added_at", "changed_at"), "2026-01-05T09:00:00Z")
    assert kept.json() | moments == told | decided | moments


def test_an_item_as_it_was_read_can_be_put_back(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE | {"qa": [{"label": "HP", "value": "450"}], "images": ["https://a.example/1"]})
    read = door.client.get(ITEM)

    again = door.client.put(ITEM, content=read.content, headers={"Content-Type": "application/json"})

    assert (again.status_code, again.content) == (200, read.content)
    assert len(door.changes()) == 1


@pytest.mark.parametrize(
    "field", [{"make": "R&amp;amp;B"}, {"description": "&#10; Bent&#13;<b>front</b>"}, {"qa": [{"label": "&amp;lt;"}]}]
)
def test_an_item_that_was_told_in_entities_can_be_put_back(door: Door, field: dict[str, object]) -> None:
    door.client.put(ITEM, json=ENGINE | field)
    read = door.client.get(ITEM)

    again = door.client.put(ITEM, content=read.content, headers={"Content-Type": "application/json"})

    assert (again.status_code, again.content) == (200, read.content)
    assert len(door.changes()) == 1


def test_a_patch_changes_what_it_names_and_nothing_else(door: Door) -> None:
    before = door.client.put(ITEM, json=ENGINE | {"condition": "A", "quantity": 4}).json()

    after = door.client.patch(
        ITEM,
        content=json.dumps({"price": "8900.50", "condition": None, "description": "New <b>text</b>"}),
        headers={"Content-Type": "application/merge-patch+json"},
    )

    assert after.status_code == 200
    assert after.json() == before | {"price": 8900.5, "condition": "", "description": "New <b>text</b>"}
    assert door.item().description.text == "New text"


@pytest.mark.parametrize("patch", [{}, {"price": 9500}, {"make": " PETERBILT "}])
def test_a_patch_that_says_nothing_new_changes_nothing(door: Door, patch: dict[str, Any]) -> None:
    before = door.client.put(ITEM, json=ENGINE)

    after = door.client.patch(ITEM, json=patch)

    assert (after.status_code, after.content) == (200, before.content)
    assert after.headers["etag"] == before.headers["etag"]
    assert len(door.changes()) == 1


EACH: dict[str, Any] = {name: f"new {name}" for name in ItemFields.__struct_fields__} | {
    "year": 1999,
    "price": 1,
    "core_price": 2,
    "list_price": 3,
    "available": False,
    "quantity": 9,
    "images": ["https://img.example/9.jpg"],
    "qa": [{"label": "New", "value": "1"}],
    "line": "motorcycle",
}


@pytest.mark.parametrize("field", EACH)
def test_each_field_can_be_changed_alone(sqlite_door: Door, field: str) -> None:
    before = sqlite_door.client.put(ITEM, json=ENGINE).json()

    after = sqlite_door.client.patch(ITEM, json={field: EACH[field]}).json()

    decided = {"quantity": {"sellable": 9}, "available": {"sellable": 0}}.get(field, {})
    assert after == before | {field: EACH[field]} | decided


def test_null_brings_back_the_default(sqlite_door: Door) -> None:
    sqlite_door.client.put(ITEM, json=ENGINE | {"quantity": 7, "available": False, "line": "automotive"})

    after = sqlite_door.client.patch(ITEM, json=dict.fromkeys(("quantity", "available", "line", "price", "year")))

    named = {name: after.json()[name] for name in ("quantity", "available", "line", "price", "year")}
    assert named == {"quantity": 1, "available": True, "line": "heavy_truck", "price": None, "year": None}


def test_a_retired_item_is_gone_for_readers_and_stays_for_orders(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE | {"quantity": 2})
    place(door.database, draft_order(door.counter, (door.item().id, 1)))

    first, second = door.client.delete(ITEM), door.client.delete(ITEM)

    assert [(each.status_code, each.content) for each in (first, second)] == [(204, b"")] * 2
    gone = [door.client.get(ITEM), door.client.patch(ITEM, json={"price": 1})]
    assert [(each.status_code, each.json()["error"]["code"]) for each in gone] == [(404, "unknown_item")] * 2
    item = door.item()
    assert (item.listed, item.available, item.on_hand, item.reserved) == (False, 0, 2, 1)


def test_a_retired_item_comes_back_with_the_same_put(door: Door) -> None:
    first = door.client.put(ITEM, json=ENGINE)
    door.client.delete(ITEM)

    again = door.client.put(ITEM, json=ENGINE)

    assert again.status_code == 201
    assert again.json() == first.json()
    assert door.item().available == 1


def test_an_unlisted_item_is_not_a_retired_one(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE | {"available": False})

    assert door.client.get(ITEM).json()["available"] is False
    assert door.client.patch(ITEM, json={"available": True}).json()["sellable"] == 1


def test_the_same_put_again_does_not_bring_back_what_was_sold(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE)
    _sell(door)

    again = door.client.put(ITEM, json=ENGINE)
    patched = door.client.patch(ITEM, json={"quantity": 1})

    assert [(each.status_code, each.json()["quantity"]) for each in (again, patched)] == [(200, 0)] * 2
    assert stock_of(door.database, door.item().id) == (0, 0)


def test_who_has_seen_that_it_was_sold_can_bring_it_back(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE)
    _sell(door)
    seen = door.client.get(ITEM).headers["etag"]

    put = door.client.patch(ITEM, json={"quantity": 1}, headers={"If-Match": seen})

    assert (put.status_code, put.json()["sellable"]) == (200, 1)


def test_who_follows_each_sale_can_bring_it_back(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE)
    _sell(door)
    door.client.patch(ITEM, json={"quantity": 0})

    assert door.client.patch(ITEM, json={"quantity": 1}).json()["sellable"] == 1


def test_fewer_units_than_are_held_leave_none_to_sell(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE | {"quantity": 5})
    place(door.database, draft_order(door.counter, (door.item().id, 3)))

    after = door.client.patch(ITEM, json={"quantity": 2})

    shown = {name: after.json()[name] for name in ("quantity", "reserved", "sellable")}
    assert (after.status_code, shown) == (200, {"quantity": 2, "reserved": 3, "sellable": 0})
    assert place(door.database, draft_order(door.counter, (door.item().id, 1))).lines[0].quantity == 1
    assert stock_of(door.database, door.item().id) == (2, 3)


def test_a_put_keeps_how_a_part_can_be_ordered(door: Door) -> None:
    fed = inventory.FedItem(inventory_id="A-1", terms=inventory.PartTerms(unit_of_sale=4, lead_time_days=9))
    door.database.write(TESTER, lambda tx: inventory.put_items(tx, door.counter.store, [fed]))

    door.client.put(ITEM, json=ENGINE)

    assert door.item().terms == inventory.PartTerms(unit_of_sale=4, lead_time_days=9)


def test_an_inventory_id_may_hold_a_slash(sqlite_door: Door) -> None:
    created = sqlite_door.client.put("/stock/items/100/1/A%2F1%20b", json=ENGINE)

    assert (created.status_code, created.json()["vendor_inventory_id"]) == (201, "A/1 b")
    assert sqlite_door.client.get("/stock/items/100/1/A%2F1%20b").status_code == 200


def test_a_change_is_told_to_the_index(door: Door) -> None:
    door.client.put(ITEM, json=ENGINE)
    door.client.patch(ITEM, json={"price": 1})
    door.client.delete(ITEM)

    assert door.changes() == [[door.item().id]] * 3


def _sell(door: Door) -> None:
    item_id = door.item().id
    door.database.write(TESTER, lambda tx: inventory.reserve(tx, {item_id: 1}))
    door.database.write(TESTER, lambda tx: inventory.hand_out(tx, {item_id: 1}, {}))
