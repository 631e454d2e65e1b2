"""Editing and adding items: what was typed is what changes, by the rules of an import."""

from decimal import Decimal

import pytest

from partscounter.domain import inventory
from partscounter.domain.inventory import FedItem
from partscounter.domain.inventory.changes import fed_of, texts_of
from tests.make.counter import TESTER
from tests.make.stock_desk import StockDesk

NEW = "/portal/inventory/new"


def _edit(desk: StockDesk) -> str:
    return f"/portal/inventory/{desk.item_id}/edit"


def _form(desk: StockDesk, **changed: str) -> dict[str, str]:
    """What a browser posts of the form as it is shown."""
    texts = {name: text for name, text in texts_of(desk.item()).items() if name not in {"available", "quantity"}}
    return texts | {"available": "1", "version": desk.version()} | changed


def test_saving_the_form_untouched_changes_nothing(desk: StockDesk) -> None:
    before = desk.item()

    answer = desk.signed_in().submit(_edit(desk), **_form(desk))

    assert answer.status_code == 303
    assert desk.item() == before


def test_changed_fields_are_saved_and_kept_in_the_history(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    answer = clerk.submit(_edit(desk), **_form(desk, price="82.50", model="D6", reason="new list"))

    assert answer.headers["location"] == f"/portal/inventory/{desk.item_id}?done=edited"
    item = desk.item()
    assert (item.price.each, item.description.vehicle_model, item.on_hand) == (Decimal("82.50"), "D6", 10)
    page = clerk.get(answer.headers["location"]).text
    assert "<dt>Price of one</dt><dd><del>100.00</del> → <ins>82.50</ins></dd>" in page
    assert "“new list”" in page


def test_wrong_fields_are_named_and_nothing_is_saved(desk: StockDesk) -> None:
    before = desk.item()

    answer = desk.signed_in().submit(_edit(desk), **_form(desk, price="many", year="12", part_type=""))

    assert answer.status_code == 400
    for name in ("price", "year", "part_type"):
        assert f'id="error-{name}"' in answer.text
    assert 'value="many"' in answer.text
    assert desk.item() == before


def test_an_edit_of_what_another_has_changed_shows_both_values(desk: StockDesk) -> None:
    mine = _form(desk, price="90", model="D6")
    other = FedItem("1", brand_code="S", part_code="7654321", tag_number="T1", quantity=10)
    desk.app.database.write(TESTER, lambda tx: inventory.put_items(tx, desk.mine.store, [other]))
    theirs = desk.item()

    answer = desk.signed_in().submit(_edit(desk), **mine)

    assert answer.status_code == 409
    assert 'value="90"' in answer.text
    assert "Now: blank" in answer.text
    assert desk.item() == theirs

    again = desk.signed_in().submit(_edit(desk), **(mine | {"version": desk.version()}))

    assert again.status_code == 303
    assert desk.item().price.each == Decimal(90)


def test_line_ends_of_a_browser_are_no_change(desk: StockDesk) -> None:
    fed = fed_of(desk.item())
    lines = inventory.Description(part_name="Oil Filter", text="one\ntwo", html="one\ntwo")
    put = FedItem(
        fed.inventory_id, brand_code="S", part_code="7654321", tag_number="T1", description=lines, quantity=10
    )
    desk.app.database.write(TESTER, lambda tx: inventory.put_items(tx, desk.mine.store, [put]))
    before = desk.item()

    answer = desk.signed_in().submit(_edit(desk), **_form(desk, description="one\r\ntwo"))

    assert answer.status_code == 303
    assert desk.item() == before


def test_an_item_is_added(desk: StockDesk) -> None:
    clerk = desk.signed_in()
    store = str(desk.mine.store.id)

    answer = clerk.submit(
        NEW,
        store=store,
        vendor_inventory_id="77",
        part_type="Hood",
        quantity="2",
        price="10",
        line="automotive",
        available="1",
    )

    with desk.app.database.read() as tx:
        item = inventory.find_item(tx, desk.mine.store.id, "77")
    assert item is not None
    assert answer.headers["location"] == f"/portal/inventory/{item.id}?done=added"
    assert (item.available, item.line.name, item.price.each) == (2, "AUTOMOTIVE", Decimal(10))
    desk.index()
    assert "2 items on offer" in clerk.get("/portal/inventory").text


def test_a_number_that_is_taken_is_refused(desk: StockDesk) -> None:
    before = desk.item()

    answer = desk.signed_in().submit(
        NEW, store=str(desk.mine.store.id), vendor_inventory_id="1", part_type="Hood", quantity="2", line="1"
    )

    assert answer.status_code == 409
    assert "is the number of another item of this store" in answer.text
    assert desk.item() == before


def test_an_item_that_lacks_what_it_must_have_is_refused(desk: StockDesk) -> None:
    answer = desk.signed_in().submit(NEW, store=str(desk.mine.store.id), quantity="many", line="1")

    assert answer.status_code == 400
    for name in ("vendor_inventory_id", "part_type", "quantity"):
        assert f'id="error-{name}"' in answer.text


@pytest.mark.parametrize("store", ["foreign", "999", "x", ""])
def test_nothing_is_added_to_a_foreign_store(desk: StockDesk, store: str) -> None:
    named = str(desk.other.store.id) if store == "foreign" else store

    answer = desk.signed_in().submit(NEW, store=named, vendor_inventory_id="77", part_type="Hood", line="1")

    assert answer.status_code == 404
    with desk.app.database.read() as tx:
        assert inventory.find_item(tx, desk.other.store.id, "77") is None
