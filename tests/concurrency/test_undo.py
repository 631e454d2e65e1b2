"""Taking an import back while its items are sold, edited and fed."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from partscounter.database import Database
from partscounter.domain import file_imports, inventory
from partscounter.domain.file_imports import NothingToUndo
from partscounter.domain.inventory import takeback
from partscounter.domain.inventory.changes import Edit, ItemName, apply_changes, fed_of
from partscounter.domain.inventory.takeback import Outcome
from partscounter.kit.clock import FixedClock
from tests.make.at_once import at_once
from tests.make.counter import TESTER
from tests.make.handed_in import open_hands

ITEMS = 12


def test_units_sold_while_an_import_is_taken_back_stay_sold(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    hands = open_hands(database, clock, tmp_path)
    names = [str(number) for number in range(ITEMS)]
    hands.hand_in(*(f"{name},Hood,10,10," for name in names))
    done = hands.hand_in(*(f"{name},Hood,50,20," for name in names))
    ids = [hands.item(name).id for name in names]
    database.write(TESTER, lambda tx: file_imports.ask_undo(tx, done.id))

    def sell() -> None:
        for item_id in reversed(ids):
            database.write(TESTER, lambda tx, item_id=item_id: inventory.hand_out(tx, {}, {item_id: 2}))  # type: ignore[misc]  # a default makes each its own

    at_once(sell, sell, hands.work)

    assert [hands.item(name).on_hand for name in names] == [6] * ITEMS
    assert {hands.item(name).price.each for name in names} == {10}


def test_an_edit_beside_the_undo_is_either_left_alone_or_comes_after_it(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    hands = open_hands(database, clock, tmp_path)
    names = [str(number) for number in range(ITEMS)]
    hands.hand_in(*(f"{name},Hood,1,10," for name in names))
    done = hands.hand_in(*(f"{name},Hood,1,20," for name in names))
    database.write(TESTER, lambda tx: file_imports.ask_undo(tx, done.id))

    def edit() -> None:
        for name in reversed(names):
            told = replace(fed_of(hands.item(name)), tag_number="MINE")
            change = Edit(ItemName("100", "1", name), told, frozenset({"tag_number"}))
            database.write(TESTER, partial(apply_changes, changes=[change], may_change=lambda _: True))

    at_once(edit, hands.work)

    with database.read() as tx:
        left = set(takeback.list_left_alone(tx, done.id))
        counts = takeback.count_outcomes(tx, done.id)
    for name in names:
        item = hands.item(name)
        assert (item.tag_number, item.price.each) == ("MINE", 20 if item.id in left else 10)
    assert counts.get(Outcome.LEFT, 0) + counts.get(Outcome.RESTORED, 0) == ITEMS


def test_an_import_is_undone_once_and_a_plan_carried_out_once(
    database: Database, clock: FixedClock, tmp_path: Path
) -> None:
    hands = open_hands(database, clock, tmp_path)
    done = hands.hand_in("A,Hood,1,10,")
    plan = hands.hand_in("B,Hood,1,10,", dry_run=True)
    ask = partial(database.write, TESTER, partial(file_imports.ask_undo, import_id=done.id))

    def carry_out(token: str) -> int:
        verb = partial(file_imports.carry_out_plan, plan_id=plan.id, token=token, account_id=hands.account.id)
        return database.write(TESTER, verb).id

    asked = at_once(ask, ask, ask)
    carried_out = at_once(*(partial(carry_out, token) for token in "xyz"))

    assert [type(each) for each in asked if each is not None] == [NothingToUndo] * 2
    assert len(set(carried_out)) == 1
