"""Aliases: what finds what, what may not be told, and what the program's own ones leave alone."""

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import catalog
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasChange, AliasRow, InvalidAliases, UnknownAlias
from partscounter.domain.catalog.aliases.ship import SHIPPED
from tests.make.aliases import make, part_type, put, shown
from tests.make.counter import TESTER


def names(database: Database, kind: NameKind, *texts: str) -> dict[str, int]:
    return database.write(TESTER, lambda tx: catalog.number_names(tx, kind, texts))


def called(database: Database, kind: NameKind, text: str) -> set[int]:
    with database.read() as tx:
        return set(aliases.names_called(tx, kind, text))


def test_every_word_for_a_name_finds_all_of_them(database: Database) -> None:
    ids = names(database, NameKind.MAKE, "CAT", "Caterpillar", "Mack")
    put(database, make("Cat", "Caterpillar"), make("Caterpillar Inc.", "Caterpillar"))

    both = {ids["CAT"], ids["Caterpillar"]}
    for word in ("cat", "C.A.T.", "caterpillar", "CATERPILLAR INC"):
        assert called(database, NameKind.MAKE, word) == both, word
    assert called(database, NameKind.MAKE, "mack") == {ids["Mack"]}
    assert called(database, NameKind.MODEL, "cat") == set()
    assert called(database, NameKind.MAKE, "--") == set()


def test_an_alias_finds_a_name_that_the_catalogue_has_under_another_alias_only(database: Database) -> None:
    ids = names(database, NameKind.PART_TYPE, "Dpf")
    put(database, part_type("DPF", "DPF (Diesel Particulate Filter)"))
    put(database, part_type("Diesel Particulate Filter", "DPF (Diesel Particulate Filter)"))

    assert called(database, NameKind.PART_TYPE, "diesel particulate filter") == {ids["Dpf"]}


def test_a_file_may_have_many_of_them(database: Database) -> None:
    rows = [make(f"short {number}", f"long {number}") for number in range(5_000)]

    with database.read() as tx:
        assert aliases.check_aliases(tx, rows) == AliasChange(told=5_000, changed=5_000)


def test_what_is_told_again_changes_nothing_and_what_is_told_anew_replaces(database: Database) -> None:
    assert put(database, make("IH", "International")) == AliasChange(told=1, changed=1)
    assert put(database, make("i.h.", "INTERNATIONAL")) == AliasChange(told=1, changed=0)
    assert put(database, make("IH", "Case IH")) == AliasChange(told=1, changed=1)

    assert shown(database) == ["make: IH = Case IH"]
    with database.read() as tx:
        assert [event.data["put"] for event in events_of(tx, "aliases")] == [1, 1]


@pytest.mark.parametrize(
    ("rows", "field", "issue"),
    [
        ([make("--", "Caterpillar")], "alias", "needs a letter a to z or a digit"),
        ([make("Cat", " ")], "name", "needs a letter a to z or a digit"),
        ([make("C.A.T.", "cat")], "alias", "'C.A.T.' and 'cat' are one name already: case and punctuation count not"),
        ([make("x" * 501, "Mack")], "alias", "is longer than 500 characters"),
        ([make("C\0at", "Mack")], "alias", "'C\\x00at' holds a control character or a line end"),
        ([make("Cat", "Mack\nTrucks")], "name", "'Mack\\nTrucks' holds a control character or a line end"),
        ([make("Big Pete", "PETE")], "name", "'PETE' stands for 'Peterbilt': name that one"),
        ([make("peterbilt", "Paccar")], "alias", "'Pete' stands for 'peterbilt': give it the new name first"),
        ([make("Peterbilt", "Pete")], "name", "'Peterbilt' and 'Pete' would stand for each other"),
        (
            [make("KW", "Kenworth", 2), make("kw", "Kwik", 3)],
            "line 3, column name",
            "'kw' stands for 'Kenworth' in an earlier row",
        ),
        ([make("a", "b", 2), make("b", "c", 3)], "line 2, column name", "'b' stands for 'c': name that one"),
        ([AliasRow(NameKind.CATEGORY, "U", "USED")], "kind", "'category' has no aliases"),
    ],
)
def test_what_would_be_no_alias_is_refused_and_nothing_changes(
    sqlite_database: Database, rows: list[AliasRow], field: str, issue: str
) -> None:
    put(sqlite_database, make("Pete", "Peterbilt"))

    with pytest.raises(InvalidAliases) as refused:
        put(sqlite_database, make("Good", "Fine"), *rows)

    assert (refused.value.violations[0].field, refused.value.violations[0].issue) == (field, issue)
    with sqlite_database.read() as tx, pytest.raises(InvalidAliases):
        aliases.check_aliases(tx, rows)
    assert shown(sqlite_database) == ["make: Pete = Peterbilt"]


def test_a_removed_alias_stands_for_itself_alone(database: Database) -> None:
    ids = names(database, NameKind.MAKE, "CAT", "Caterpillar")
    put(database, make("Cat", "Caterpillar"))

    database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.MAKE, "CAT"))

    assert called(database, NameKind.MAKE, "cat") == {ids["CAT"]}
    with pytest.raises(UnknownAlias, match="there is no alias 'CAT' for a make"):
        database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.MAKE, "CAT"))


def test_what_ships_is_right_in_itself(database: Database) -> None:
    count = database.write(TESTER, aliases.ship_aliases)

    assert count == SHIPPED.read_text().count("\n") - 1
    assert "make: Cat = Caterpillar" in shown(database)
    assert called(database, NameKind.MAKE, "cat") == set()
    assert database.write(TESTER, aliases.ship_aliases) == 0


def test_what_ships_yields_to_what_the_operator_said(database: Database) -> None:
    put(database, make("IH", "Case IH"), make("Caterpillar", "Yellow"))
    database.write(TESTER, aliases.ship_aliases)
    database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.MAKE, "Pete"))

    assert database.write(TESTER, aliases.ship_aliases) == 0
    table = shown(database)
    assert {"make: IH = Case IH", "make: Caterpillar = Yellow"} <= set(table)
    assert not {"make: Cat = Caterpillar", "make: Pete = Peterbilt"} & set(table)


def test_a_removed_shipped_alias_can_be_told_again(database: Database) -> None:
    database.write(TESTER, aliases.ship_aliases)
    database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.MAKE, "Pete"))

    assert put(database, make("Pete", "Peterbilt")).changed == 1
    assert "make: Pete = Peterbilt" in shown(database)


def test_words_are_suggested_by_what_stands_in_them_those_that_begin_so_first(database: Database) -> None:
    names(database, NameKind.MAKE, "Volvo", "MACK", "Mack Trucks", "CAT", "Omack")
    names(database, NameKind.MODEL, "Macro")
    put(database, make("Big Mac", "MACK"))

    with database.read() as tx:
        found = aliases.suggest_words(tx, NameKind.MAKE, "mA-c", 10)
        first = aliases.suggest_words(tx, NameKind.MAKE, "mac", 1)
        nothing = [aliases.suggest_words(tx, NameKind.MAKE, text, 10) for text in ("", "%", "_", "mac%")]

    assert found == [("MACK", ""), ("Mack Trucks", ""), ("Omack", ""), ("Big Mac", "MACK")]
    assert first == [("MACK", "")]
    assert [len(each) for each in nothing] == [0, 0, 0, 4]
