"""Changing one word of a mapping."""

import pytest

from partscounter.database import Database
from partscounter.domain import mappings
from partscounter.domain.access import Product
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import InvalidMapping, MappingChanged, MappingRow, ValueEdit
from tests.make.access import OPERATOR, make_credential
from tests.make.counter import make_counter, stock_item

PART_TYPE = NameKind.PART_TYPE
ROWS = [
    MappingRow(PART_TYPE, "Filters", number="1", category="Engine"),
    MappingRow(PART_TYPE, "Oil", "Oil Filter", parent="Filters"),
    MappingRow(PART_TYPE, "Air", "Air Filter", number="7", parent="Filters"),
    MappingRow(PART_TYPE, "Air", "Air Cleaner", parent="Filters"),
    MappingRow(NameKind.MAKE, "Kitty", "CAT"),
]


@pytest.fixture
def user(database: Database) -> int:
    """Who has the words of ROWS."""
    stock_item(database, make_counter(database))
    found = make_credential(database, product=Product.INVENTORY, name="shop", all_dealers=True)
    database.write(OPERATOR, lambda tx: mappings.replace_mapping(tx, found.id, ROWS))
    return found.id


def rows_of(database: Database, user: int) -> list[MappingRow]:
    with database.read() as tx:
        return mappings.list_rows(tx, user)


def edit(database: Database, user: int, change: ValueEdit, version: str = "") -> None:
    seen = version or mappings.mapping_version(rows_of(database, user))
    database.write(OPERATOR, lambda tx: mappings.edit_mapping(tx, user, change, seen))


def test_the_rows_of_a_mapping_make_it_again(database: Database, user: int) -> None:
    rows = rows_of(database, user)

    assert rows == [
        MappingRow(NameKind.MAKE, "Kitty", "CAT"),
        MappingRow(PART_TYPE, "Air", "aircleaner", "7", "Filters"),
        MappingRow(PART_TYPE, "Air", "airfilter", "7", "Filters"),
        MappingRow(PART_TYPE, "Filters", "", "1", "", "Engine"),
        MappingRow(PART_TYPE, "Oil", "Oil Filter", "", "Filters"),
    ]
    database.write(OPERATOR, lambda tx: mappings.replace_mapping(tx, user, rows))
    assert rows_of(database, user) == rows


def test_a_word_is_added_and_the_others_stay(database: Database, user: int) -> None:
    before = rows_of(database, user)

    edit(database, user, ValueEdit(PART_TYPE, "", "Fuel", ("Fuel Filter",), parent="Filters"))

    added = MappingRow(PART_TYPE, "Fuel", "fuelfilter", "", "Filters")
    assert sorted(rows_of(database, user), key=repr) == sorted([*before, added], key=repr)


def test_a_group_is_renamed_with_all_beneath_it(database: Database, user: int) -> None:
    edit(database, user, ValueEdit(PART_TYPE, "filters", "Cleaners", (), "1", "", "Motor"))

    rows = rows_of(database, user)
    assert {(row.value, row.parent) for row in rows if row.kind is PART_TYPE} == {
        ("Cleaners", ""),
        ("Oil", "Cleaners"),
        ("Air", "Cleaners"),
    }
    with database.read() as tx:
        assert {value.category for value in mappings.list_values(tx, user, PART_TYPE)} == {"Motor"}


def test_a_word_is_taken_out(database: Database, user: int) -> None:
    edit(database, user, ValueEdit(PART_TYPE, "Air", ""))

    assert [row.value for row in rows_of(database, user)] == ["Kitty", "Filters", "Oil"]


@pytest.mark.parametrize(
    "change",
    [
        ValueEdit(PART_TYPE, "Filters", ""),
        ValueEdit(PART_TYPE, "Oil", "--", ("Oil Filter",)),
        ValueEdit(PART_TYPE, "Oil", "Oil", ()),
        ValueEdit(PART_TYPE, "Oil", "Oil", ("Oil Filter",), number="7"),
        ValueEdit(PART_TYPE, "Oil", "Oil", ("Oil Filter",), parent="Nobody"),
    ],
)
def test_a_change_that_makes_no_mapping_is_refused(database: Database, user: int, change: ValueEdit) -> None:
    before = rows_of(database, user)

    with pytest.raises(InvalidMapping):
        edit(database, user, change)

    assert rows_of(database, user) == before


def test_a_change_of_what_another_has_changed_is_refused(database: Database, user: int) -> None:
    before = rows_of(database, user)

    with pytest.raises(MappingChanged):
        edit(database, user, ValueEdit(PART_TYPE, "Air", ""), version="another")

    assert rows_of(database, user) == before
    with database.read() as tx:
        assert mappings.count_values(tx) == {user: 4}
