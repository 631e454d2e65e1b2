"""Putting single items right by hand: effects, history, refusals."""

from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.dealers import UnknownStore
from partscounter.domain.inventory import Item, ItemsChanged, UnknownItem
from partscounter.domain.inventory.browse import Unsold, UnsoldFilter, find_numbered, list_unsold
from partscounter.domain.inventory.changes import (
    Edit,
    Expected,
    ItemChanged,
    ItemName,
    Put,
    Retire,
    fed_of,
    texts_of,
    version_of,
)
from partscounter.domain.inventory.corrections import InvalidCount, correct_item, count_item, list_corrections
from partscounter.kit.refusal import Refusal
from tests.make.access import emitted
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item

NAME = ItemName("100", "1", "1")


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def item_of(database: Database, item_id: int) -> Item:
    with database.read() as tx:
        return inventory.get_item(tx, item_id)


def test_a_count_sets_the_units_and_tells_who_follows_stock(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    seen = item_of(database, item_id)

    counted = database.write(TESTER, lambda tx: count_item(tx, item_id, 12, " found two ", version_of(seen)))

    assert counted == replace(seen, on_hand=12, changed_at=counted.changed_at)
    assert [data["reason"] for kind, _, data in emitted(database) if kind == ItemsChanged.kind] == ["feed", "counted"]
    with database.read() as tx:
        (told,) = list_corrections(tx, item_id)
    assert (told.effect, told.by, told.fields, told.reason) == (
        "counted",
        "tester",
        {"quantity": ("10", "12")},
        "found two",
    )


def test_the_feed_of_before_leaves_a_count_alone(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    seen = version_of(item_of(database, item_id))
    database.write(TESTER, lambda tx: count_item(tx, item_id, 12, "found two", seen))

    stock_item(database, counter)

    assert item_of(database, item_id).on_hand == 12


def test_a_count_that_agrees_is_no_event(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    seen = item_of(database, item_id)

    assert database.write(TESTER, lambda tx: count_item(tx, item_id, 10, "checked", version_of(seen))) == seen
    with database.read() as tx:
        assert list_corrections(tx, item_id) == []


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ((-1, "why", ""), InvalidCount),
        ((10**9 + 1, "why", ""), InvalidCount),
        ((1, "  ", ""), InvalidCount),
        ((1, "why", "another"), ItemChanged),
    ],
)
def test_a_refused_count_changes_nothing(
    database: Database, counter: Counter, said: tuple[int, str, str], refusal: type[Refusal]
) -> None:
    units, reason, version = said
    item_id = stock_item(database, counter)
    seen = item_of(database, item_id)

    with pytest.raises(refusal):
        database.write(TESTER, lambda tx: count_item(tx, item_id, units, reason, version or version_of(seen)))

    assert item_of(database, item_id) == seen
    with pytest.raises(UnknownItem):
        database.write(TESTER, lambda tx: count_item(tx, 99, 1, "why", ""))


def test_an_edit_keeps_what_was_there_and_what_is_now(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    fed = replace(fed_of(item_of(database, item_id)), tag_number="NEW")
    edit = Edit(NAME, fed, frozenset({"tag_number"}))

    database.write(TESTER, lambda tx: correct_item(tx, edit, "relabelled"))

    with database.read() as tx:
        (told,) = list_corrections(tx, item_id)
    assert (told.effect, told.fields, told.reason) == ("edited", {"tag_number": ("T1", "NEW")}, "relabelled")


def test_what_changes_nothing_is_not_in_the_history(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    fed = fed_of(item_of(database, item_id))

    database.write(TESTER, lambda tx: correct_item(tx, Edit(NAME, fed, frozenset({"tag_number"}))))

    with database.read() as tx:
        assert list_corrections(tx, item_id) == []


def test_an_item_that_is_added_retired_and_restored_says_so(database: Database, counter: Counter) -> None:
    name = ItemName(counter.dealer.vendor_id or "", counter.store.vendor_store, "1")
    fed = inventory.FedItem("1", quantity=3)
    added = database.write(TESTER, lambda tx: correct_item(tx, Put(name, fed, Expected(is_new=True))))
    database.write(TESTER, lambda tx: correct_item(tx, Retire(name)))
    back = Put(name, fed_of(item_of(database, added.item.id), listed=True), Expected(is_new=True))
    database.write(TESTER, lambda tx: correct_item(tx, back))

    with database.read() as tx:
        assert [each.effect for each in list_corrections(tx, added.item.id)] == ["restored", "retired", "added"]
    assert item_of(database, added.item.id).available == 3


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (Retire(ItemName("nobody", "1", "1")), UnknownStore),
        (Retire(ItemName("100", "1", "none")), UnknownItem),
        (Retire(NAME, Expected(versions=frozenset({"other"}))), ItemChanged),
    ],
)
def test_a_refused_correction_changes_nothing(
    database: Database, counter: Counter, change: Retire, refusal: type[Refusal]
) -> None:
    item_id = stock_item(database, counter)
    seen = item_of(database, item_id)

    with pytest.raises(refusal):
        database.write(TESTER, lambda tx: correct_item(tx, change))

    assert item_of(database, item_id) == seen


def test_the_texts_of_an_item_name_every_column_that_can_be_edited(database: Database, counter: Counter) -> None:
    texts = texts_of(item_of(database, stock_item(database, counter)))

    assert {name: text for name, text in texts.items() if text} == {
        "part_type": "Oil Filter",
        "make": "CAT",
        "brand_code": "S",
        "part_code": "7654321",
        "tag_number": "T1",
        "line": "heavy_truck",
        "price": "100.00",
        "available": "true",
        "quantity": "10",
    }


def test_what_cannot_be_bought_is_listed_by_reason_dealer_store_and_number(
    database: Database, counter: Counter
) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    held = stock_item(database, counter, quantity=2)
    place(database, draft_order(counter, (held, 2)))
    foreign = stock_item(database, other, quantity=0)
    stock_item(database, counter, inventory_id="2", part_code="1R-1808")
    database.write(TESTER, lambda tx: correct_item(tx, Retire(ItemName("100", "1", "2"))))
    with database.read() as tx:
        retired = find_numbered(tx, [counter.store.id], "s1r1808")

        def listed(why: Unsold, **more: object) -> list[int]:
            return list_unsold(tx, UnsoldFilter(why, **more))  # type: ignore[arg-type]  # the test names the right types

        assert listed(Unsold.NONE_LEFT) == [foreign, held]
        assert listed(Unsold.NONE_LEFT, dealers=[counter.dealer.id]) == [held]
        assert listed(Unsold.NONE_LEFT, dealers=[]) == []
        assert listed(Unsold.NONE_LEFT, store_id=other.store.id) == [foreign]
        assert listed(Unsold.OFF_OFFER) == retired != []
        assert listed(Unsold.OFF_OFFER, number="1R 1808") == retired
        assert listed(Unsold.OFF_OFFER, number="T2") == retired
        assert listed(Unsold.OFF_OFFER, number="7654321") == []
        assert list_unsold(tx, UnsoldFilter(Unsold.NONE_LEFT), before=foreign, limit=1) == [held]
        assert find_numbered(tx, [], "T2") == find_numbered(tx, [other.store.id], "T2") == []
        assert find_numbered(tx, [counter.store.id], " ") == []
