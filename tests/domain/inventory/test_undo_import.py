"""Taking an inventory import back: exact, item by item, without losing what was sold in between."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import file_imports, inventory
from partscounter.domain.file_imports import FileKind, NothingToUndo, State, UnknownFileImport
from partscounter.domain.inventory import takeback
from partscounter.domain.inventory.changes import Edit, ItemName, Retire, apply_changes, fed_of
from partscounter.domain.inventory.sheets import IMAGES, import_sheet
from partscounter.domain.inventory.takeback import Effect, Outcome
from partscounter.kit.clock import FixedClock
from partscounter.kit.sheets import open_error_file
from tests.make.access import emitted
from tests.make.counter import TESTER, draft_order, place
from tests.make.handed_in import Hands, open_hands


@pytest.fixture
def hands(database: Database, clock: FixedClock, tmp_path: Path) -> Hands:
    return open_hands(database, clock, tmp_path)


def outcomes(hands: Hands, import_id: int) -> dict[Outcome | None, int]:
    with hands.database.read() as tx:
        return dict(takeback.count_outcomes(tx, import_id))


def test_what_was_added_goes_off_offer(hands: Hands) -> None:
    done = hands.hand_in("A,Hood,3,10,")

    hands.undo(done.id)

    item = hands.item("A")
    assert (item.listed, item.on_hand) == (False, 0)
    assert outcomes(hands, done.id) == {Outcome.RESTORED: 1}


def test_what_was_changed_is_exactly_as_before(hands: Hands) -> None:
    hands.hand_in("A,Hood,3,10.25,https://img.example/1|https://img.example/2", "B,Door,1,,")
    before = hands.facts("A"), hands.facts("B")
    done = hands.hand_in("A,Fender,8,99,", "B,Door,1,,")
    assert done.counts["changed"] == 1

    hands.undo(done.id)

    assert (hands.facts("A"), hands.facts("B")) == before
    assert hands.hand_in("A,Hood,3,10.25,https://img.example/1|https://img.example/2").counts["unchanged"] == 1


def test_the_names_of_before_find_it_again(hands: Hands) -> None:
    hands.hand_in("A,Hood,3,10,")
    item_id = hands.item("A").id
    with hands.database.read() as tx:
        before = inventory.name_numbers(tx, [item_id])
    done = hands.hand_in("A,Fender,3,10,")

    hands.undo(done.id)

    with hands.database.read() as tx:
        assert inventory.name_numbers(tx, [item_id]) == before


def test_what_a_replacement_took_off_offer_is_offered_again(hands: Hands) -> None:
    hands.hand_in("A,Hood,3,10,", "B,Door,2,10,")
    before = hands.facts("B")
    done = hands.hand_in("A,Hood,3,10,", allow_retire=100)
    assert done.counts["retired"] == 1

    hands.undo(done.id)

    assert hands.facts("B") == before
    assert hands.hand_in("B,Door,2,10,").counts["unchanged"] == 1


def test_what_was_sold_since_stays_sold(hands: Hands) -> None:
    hands.hand_in("A,Hood,5,10,")
    done = hands.hand_in("A,Hood,20,10,", "N,Door,4,10,")
    place(hands.database, draft_order(hands.counter, (hands.item("A").id, 2)))
    for name, units in (("A", 3), ("N", 1)):
        hands.database.write(
            TESTER, lambda tx, name=name, units=units: inventory.hand_out(tx, {}, {hands.item(name).id: units})
        )

    hands.undo(done.id)

    assert (hands.item("A").on_hand, hands.item("A").reserved) == (2, 2)
    assert (hands.item("N").on_hand, hands.item("N").listed) == (0, False)


def test_units_never_go_below_none(hands: Hands) -> None:
    hands.hand_in("A,Hood,1,10,")
    done = hands.hand_in("A,Hood,20,10,")
    hands.database.write(TESTER, lambda tx: inventory.hand_out(tx, {}, {hands.item("A").id: 15}))

    hands.undo(done.id)

    assert hands.item("A").on_hand == 0


def test_what_somebody_has_changed_since_is_left_alone_and_named(hands: Hands, tmp_path: Path) -> None:
    hands.hand_in("E,Hood,1,10,", "R,Hood,1,10,", "I,Hood,1,10,", "O,Hood,1,10,", "F,Hood,1,10,")
    done = hands.hand_in("E,Hood,1,20,", "R,Hood,1,20,", "I,Hood,1,20,", "O,Hood,1,20,", "F,Hood,1,20,")
    edit = Edit(ItemName("100", "1", "E"), replace(fed_of(hands.item("E")), tag_number="X"), frozenset({"tag_number"}))
    retire = Retire(ItemName("100", "1", "R"))
    hands.database.write(TESTER, lambda tx: apply_changes(tx, [edit, retire], lambda _: True))
    images = tmp_path / "images.csv"
    images.write_text("vendor_id,vendor_store,vendor_inventory_id,images\n100,1,I,https://img.example/9\n")
    with open_error_file(None) as errors:
        import_sheet(hands.database, IMAGES, images, TESTER, errors)
    hands.hand_in("F,Hood,1,30,")
    before = [hands.item(name) for name in "ERIF"]

    hands.undo(done.id)

    assert [hands.item(name) for name in "ERIF"] == before
    assert hands.item("O").price.each == 10
    with hands.database.read() as tx:
        assert takeback.list_left_alone(tx, done.id) == sorted(item.id for item in before)
    assert outcomes(hands, done.id) == {Outcome.RESTORED: 1, Outcome.LEFT: 4}


def test_imports_are_taken_back_one_after_the_other(hands: Hands) -> None:
    hands.hand_in("A,Hood,1,10,")
    before = hands.facts("A")
    second, third = hands.hand_in("A,Hood,1,20,"), hands.hand_in("A,Hood,1,30,")

    hands.undo(third.id)
    hands.undo(second.id)

    assert hands.facts("A") == before


def test_a_retired_item_that_an_import_brought_back_is_retired_again(hands: Hands) -> None:
    hands.hand_in("A,Hood,2,10,")
    hands.database.write(TESTER, lambda tx: apply_changes(tx, [Retire(ItemName("100", "1", "A"))], lambda _: True))
    before = hands.facts("A")
    done = hands.hand_in("A,Hood,2,10,")
    assert hands.item("A").listed

    hands.undo(done.id)

    assert hands.facts("A") == before


def test_many_items_are_taken_back_in_short_transactions(hands: Hands) -> None:
    done = hands.hand_in(*(f"{number},Hood,1,10," for number in range(7)))
    hands.database.write(TESTER, lambda tx: file_imports.ask_undo(tx, done.id))

    steps = [hands.database.write(TESTER, lambda tx: takeback.take_back(tx, done.id, at_once=3)) for _ in range(3)]

    assert [(step.restored, step.is_end) for step in steps] == [(3, False), (3, False), (1, True)]
    again = hands.database.write(TESTER, lambda tx: takeback.take_back(tx, done.id))
    assert (again.restored, again.left, again.is_end) == (0, 0, True)


def test_the_history_says_so(hands: Hands) -> None:
    done = hands.hand_in("A,Hood,2,10,")

    hands.undo(done.id)

    kinds = [kind for kind, _, _ in emitted(hands.database)]
    assert kinds[-3:] == ["file_import.undo_asked", "inventory.items_changed", "file_import.undo_ended"]
    with hands.database.read() as tx:
        undo = file_imports.find_undo(tx, done.id)
        (touched,) = takeback.list_imports_of_item(tx, hands.item("A").id)
    assert undo is not None
    assert (undo.asked_by, undo.ended_at) == ("tester", hands.app.clock.now())
    assert (touched.import_id, touched.effect, touched.outcome) == (done.id, Effect.ADDED, Outcome.RESTORED)


@pytest.mark.parametrize("case", ["dry run", "refused", "changed nothing", "twice", "other kind"])
def test_what_cannot_be_undone_is_refused(hands: Hands, case: str) -> None:
    first = hands.hand_in("A,Hood,2,10,")
    match case:
        case "dry run":
            import_id = hands.hand_in("A,Hood,5,10,", dry_run=True).id
        case "refused":
            import_id = hands.hand_in("A,Hood,many,10,").id
        case "changed nothing":
            import_id = hands.hand_in("A,Hood,2,10,").id
        case "twice":
            import_id = first.id
            hands.undo(first.id)
        case _:
            import_id = hands.hand_in("A,,,,https://img.example/1", kind=FileKind.IMAGES).id
    before = hands.item("A")

    with pytest.raises(NothingToUndo):
        hands.database.write(TESTER, lambda tx: file_imports.ask_undo(tx, import_id))

    hands.work()
    assert hands.item("A") == before


def test_after_a_month_it_is_forgotten(hands: Hands, clock: FixedClock) -> None:
    old = hands.hand_in("A,Hood,2,10,")
    clock.at += timedelta(days=31)
    with pytest.raises(NothingToUndo):
        hands.database.write(TESTER, lambda tx: file_imports.ask_undo(tx, old.id))

    new = hands.hand_in("B,Hood,2,10,")

    assert (outcomes(hands, old.id), outcomes(hands, new.id)) == ({}, {None: 1})
    assert new.state is State.DONE


def test_an_import_that_is_not_there_cannot_be_undone(hands: Hands) -> None:
    with pytest.raises(UnknownFileImport):
        hands.database.write(TESTER, lambda tx: file_imports.ask_undo(tx, 99))
