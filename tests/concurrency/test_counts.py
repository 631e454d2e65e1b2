"""Counting units while they are sold or counted by somebody else."""

from functools import partial
from itertools import pairwise

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.changes import version_of
from partscounter.domain.inventory.corrections import count_item, list_corrections
from tests.make.at_once import at_once
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of

ROUNDS = 6


def test_of_counts_and_sales_of_one_state_a_count_never_hides_a_sale(database: Database) -> None:
    counter = make_counter(database)
    item_id = stock_item(database, counter, quantity=10)

    def count(version: str, units: int) -> object:
        return database.write(TESTER, lambda tx: count_item(tx, item_id, units, "counted", version))

    for number in range(ROUNDS):
        with database.read() as tx:
            version = version_of(inventory.get_item(tx, item_id))
        outcomes = at_once(
            partial(count, version, 100 + number),
            partial(count, version, 200 + number),
            lambda: place(database, draft_order(counter, (item_id, 1))),
        )
        assert sum(isinstance(outcome, Item) for outcome in outcomes) <= 1
        assert stock_of(database, item_id)[1] == number + 1
    with database.read() as tx:
        told = list_corrections(tx, item_id)
    on_hand = [pair["quantity"] for pair in (each.fields for each in reversed(told))]
    assert all(before[1] == after[0] for before, after in pairwise(on_hand))
    assert stock_of(database, item_id)[0] == int(on_hand[-1][1] if on_hand else 10)
