"""Keywords and one item at hand: the verdict is that of an index with the item in it, and why."""

from dataclasses import replace
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.inventory import Description, FedItem, Item
from partscounter.search import Batch, Filter, SortKey, TantivyReader, TantivyWriter, keywords_find, parse_keywords
from partscounter.search.source import DatabaseSource
from partscounter.search.why import Likeness, WordMatch, why_found
from tests.make.counter import TESTER, make_counter

FED = FedItem(
    inventory_id="7",
    tag_number="T 7",
    part_code="B-2210",
    brand_code="S",
    description=Description(
        part_name="Oil Pump",
        vehicle_make="Mack",
        text="12.5L, дверь",
        oem_number="1R-1808",
        serial_number="X9-41",
        alternate_numbers="A1, 0R 8469",
    ),
)


def kept(database: Database, fed: FedItem) -> Item:
    """The item as the stock has it."""
    store = make_counter(database).store
    database.write(TESTER, lambda tx: inventory.put_items(tx, store, [fed]))
    with database.read() as tx:
        item = inventory.find_item(tx, store.id, fed.inventory_id)
    assert item is not None
    return item


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("", True),
        ("1r 1808", True),
        ("r180", True),
        ("180", False),
        # Numbers too short for their middle to be looked at are found as a whole, and so are the pieces of any.
        ("t7", True),
        ("a1", True),
        ("41", True),
        ("x9", True),
        ("0r", True),
        ("sb2210", True),
        ("x94", False),
        ("8469 a1 mack", True),
        ("125l дверь", True),
        ("hood|(pump oil)", True),
        ("hood pump", False),
    ],
)
def test_the_verdict_is_that_of_the_index(
    sqlite_database: Database, tmp_path: Path, typed: str, *, is_found: bool
) -> None:
    item = kept(sqlite_database, FED)
    with TantivyWriter(tmp_path) as writer:
        writer.apply(Batch(tuple(DatabaseSource(sqlite_database).load_documents([item.id]).values())), 1)
    wanted = Filter(keywords=parse_keywords(typed))
    found = TantivyReader(tmp_path).view().top(wanted, SortKey.PRICE, descending=False, offset=0, limit=1)

    assert found == (int(is_found), [item.id] * is_found)
    assert keywords_find(typed, item) == is_found


def test_a_number_with_a_long_dash_is_told_as_one_with_a_hyphen(sqlite_database: Database) -> None:
    number = "1R\N{EN DASH}1808"
    item = kept(sqlite_database, replace(FED, description=replace(FED.description, oem_number=number)))
    keywords = parse_keywords("1r1808|1808")
    assert keywords is not None

    assert why_found(keywords, item) == [
        WordMatch("1r1808", "oem_number", number, Likeness.SQUASHED),
        WordMatch("1808", "oem_number", number, Likeness.EXACT),
    ]
