"""Replacing a user's mapping: the whole of it or nothing, and what every wrong row is told."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import catalog, mappings
from partscounter.domain.access import CredentialNotFound
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import InvalidMapping, MappingRow, MappingSize
from partscounter.kit.sheets import TableRefused
from tests.make.counter import TESTER
from tests.make.mappings import WORDS, map_words, part_type, user_id
from tests.make.yard import make_user


def values(database: Database, name: str = "webshop") -> dict[str, tuple[str, str, list[str]]]:
    """Number, category and native keys by name, of part types."""
    id_ = user_id(database, name)
    with database.read() as tx:
        found = mappings.list_values(tx, id_, NameKind.PART_TYPE)
    return {value.text: (value.number, value.category, sorted(value.natives)) for value in found}


def rows_of(folder: Path, text: str) -> list[MappingRow]:
    file = folder / "words.csv"
    file.write_text(text, encoding="utf-8")
    return mappings.read_mapping_file(file)


def test_a_file_becomes_the_users_words(database: Database, tmp_path: Path) -> None:
    make_user(database, "webshop")

    assert map_words(database, rows_of(tmp_path, WORDS)) == MappingSize(values=8, pairs=9)

    assert values(database) == {
        "Boxes": ("220", "truck", ["transmissionassembly"]),
        "Cab Body": ("", "", ["axleassembly"]),
        "Drivetrain": ("", "trailer", ["engineassembly", "transmissionassembly"]),
        "Engines": ("210", "truck", ["engineassembly"]),
        "Ghosts": ("230", "", ["fluxcapacitor"]),
        "Power": ("200", "truck", ["engineassembly", "transmissionassembly"]),
    }


def test_another_mapping_takes_the_place_of_the_first_and_leaves_other_users_alone(database: Database) -> None:
    make_user(database, "webshop")
    make_user(database, "other")
    map_words(database, [part_type("Engines", "Engine"), part_type("Boxes", "Gearbox", parent="Engines")])
    map_words(database, [part_type("Hoods", "Hood")], "other")

    map_words(database, [part_type("Motors", "Engine"), part_type("motors", "Diesel engine")])

    assert values(database) == {"Motors": ("", "", ["dieselengine", "engine"])}
    assert values(database, "other") == {"Hoods": ("", "", ["hood"])}
    assert map_words(database, []) == MappingSize(0, 0)
    assert values(database) == {}


@pytest.mark.parametrize(
    ("rows", "issues"),
    [
        ([part_type("?!", "Hood")], ["value: '?!' has no letter a to z and no digit"]),
        ([part_type("", "Hood")], ["value: '' has no letter a to z and no digit"]),
        ([part_type("Hoods", "--")], ["native: '--' has no letter a to z and no digit"]),
        ([part_type("Hoods", "Ho\0od")], ["native: must be at most 500 printable characters"]),
        ([part_type("x" * 501, "Hood")], ["value: must be at most 500 printable characters"]),
        ([part_type("Hoods", "Hood", number="12a")], ["number: '12a' is not a number of at most 15 digits"]),
        ([part_type("Hoods", "Hood", number="1" * 16)], [f"number: '{'1' * 16}' is not a number of at most 15 digits"]),
        ([part_type("Hoods")], ["native: 'Hoods' stands for nothing, and nothing is beneath it"]),
        ([part_type("Hoods", "Hood", parent="None")], ["parent: 'None' is no part type of this mapping"]),
        ([part_type("Hoods", "Hood", parent="HOODS")], ["parent: 'Hoods' would stand beneath itself"]),
        (
            [part_type("A", parent="B"), part_type("B", parent="A"), part_type("C", "c", parent="A")],
            ["parent: 'A' would stand beneath itself", "parent: 'B' would stand beneath itself"],
        ),
        (
            [part_type("Hoods", "Hood", number="1"), part_type("Doors", "Door", number="1")],
            ["number: '1' stands for 'Hoods' already"],
        ),
        (
            [part_type("Hoods", "Hood", number="379"), part_type("379", "Door")],
            ["number: '379' stands for '379' already"],
        ),
        (
            [part_type("Hoods", "Hood", number="1"), part_type("HOODS", "Bonnet", number="2")],
            ["number: '2' contradicts '1' of an earlier row of 'Hoods'"],
        ),
        (
            [MappingRow(NameKind.MAKE, "Cat", "CATERPILLAR", parent="x", category="y")],
            ["parent: is for part types only", "category: is for part types only"],
        ),
        (
            [MappingRow(NameKind.CATEGORY, "Old", "USED")],
            ["kind: 'category' is none of part_type, make, model"],
        ),
    ],
)
def test_wrong_rows_are_named_and_nothing_changes(
    sqlite_database: Database, rows: list[MappingRow], issues: list[str]
) -> None:
    make_user(sqlite_database, "webshop")
    map_words(sqlite_database, [part_type("Engines", "Engine")])

    with pytest.raises(InvalidMapping) as refused:
        map_words(sqlite_database, [part_type("Good", "Good one"), *rows])

    named = [f"{each.field.removeprefix('line 0, column ')}: {each.issue}" for each in refused.value.violations]
    assert named == issues
    assert values(sqlite_database) == {"Engines": ("", "", ["engine"])}


def test_of_many_mappings_at_once_one_stays_whole(database: Database) -> None:
    make_user(database, "webshop")
    mappings_at_once = [[part_type(f"Word {number}", name) for name in ("Hood", "Cab")] for number in range(6)]

    with ThreadPoolExecutor(len(mappings_at_once)) as threads:
        sizes = list(threads.map(lambda rows: map_words(database, rows), mappings_at_once))

    assert sizes == [MappingSize(values=1, pairs=2)] * 6
    assert list(values(database).values()) == [("", "", ["cab", "hood"])]


def test_an_unknown_user_is_refused(sqlite_database: Database) -> None:
    with pytest.raises(CredentialNotFound):
        sqlite_database.write(TESTER, lambda tx: mappings.replace_mapping(tx, 77, [part_type("Hoods", "Hood")]))


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("kind,value\n", ["line 1: there is no column native"]),
        (
            "kind,value,native,numbr\n",
            ["line 1: 'numbr' is none of the columns kind, value, native, number, parent, category"],
        ),
        ("kind,value,native,value\n", ["line 1: there are several columns value"]),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, text: str, issues: list[str]) -> None:
    with pytest.raises(TableRefused) as refused:
        rows_of(tmp_path, text)

    assert [f"{each.field}: {each.issue}" for each in refused.value.violations][: len(issues)] == issues


def test_rows_of_an_unknown_kind_are_named_by_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidMapping) as refused:
        rows_of(tmp_path, "kind,value,native\nmake,a,b\ncategory,a,b\n")

    assert [each.field for each in refused.value.violations] == ["line 3, column kind"]


def test_every_wrong_row_of_a_file_is_named_in_its_order(tmp_path: Path) -> None:
    text = (
        "kind,value,native,parent\nmake,,b,\ncategory,a,b,\nmake,a\n\npart_type,Engines,Engine,Category\nmodel,x,--,\n"
    )

    with pytest.raises(InvalidMapping) as refused:
        rows_of(tmp_path, text)

    assert refused.value.message == "4 values are wrong, so the mapping stays as it was"
    assert [each.field for each in refused.value.violations] == [
        "line 2, column value",
        "line 3, column kind",
        "line 4",
        "line 7, column native",
    ]


def test_of_many_rows_of_an_unknown_kind_the_first_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidMapping) as refused:
        rows_of(tmp_path, "kind,value,native\n" + "x,a,b\n" * 150)

    assert refused.value.message == ("150 values are wrong, so the mapping stays as it was; the first 100 are named")
    assert len(refused.value.violations) == 100


def test_coverage_names_words_that_match_nothing_and_names_without_a_word(database: Database) -> None:
    make_user(database, "webshop")
    database.write(TESTER, lambda tx: catalog.number_names(tx, NameKind.PART_TYPE, ["Engine Assembly", "Hood", "Cab"]))
    map_words(
        database, [part_type("Engines", "engine-assembly"), part_type("Ghosts", "Ghost"), part_type("Cab", "Cab")]
    )

    with database.read() as tx:
        part_types, makes, models = mappings.report_coverage(tx, user_id(database))

    assert (part_types.values, part_types.natives) == (3, 3)
    assert [value.text for value in part_types.dead_values] == ["Ghosts"]
    assert [name.text for name in part_types.unmapped_natives] == ["Hood"]
    assert (makes.values, makes.dead_values, models.natives) == (0, (), 0)
