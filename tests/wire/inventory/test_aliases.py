"""Aliases in the contract: what searches find, and what lists show once."""

from collections.abc import Callable

import pytest

from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Description, FedItem, put_items
from tests.make.aliases import make, part_type, put
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.mappings import map_words
from tests.make.mappings import part_type as own_part_type
from tests.make.yard import Yard

DPF = "DPF (Diesel Particulate Filter)"


@pytest.fixture
def told(sqlite_yard: Yard) -> Yard:
    return with_filters(sqlite_yard)


def with_filters(yard: Yard) -> Yard:
    """Three filters whose makes and part types are one name each, spelled in three ways."""
    spelled = (("f1", "DPF", "Cat"), ("f2", "Diesel Particulate Filter", "CATERPILLAR"), ("f3", DPF, "Caterpillar Inc"))
    fed = [FedItem(id_, description=Description(part_name=name, vehicle_make=make_)) for id_, name, make_ in spelled]
    yard.app.database.write(TESTER, lambda tx: put_items(tx, yard.stores["denver"], fed))
    index_everything(yard.app)
    put(yard.app.database, make("cat", "Caterpillar"), make("Caterpillar Inc.", "Caterpillar"))
    put(yard.app.database, part_type("DPF", DPF), part_type("Diesel Particulate Filter", DPF))
    return yard


def ids(yard: Yard, path: str) -> list[str]:
    return [each["vendor_inventory_id"] for each in yard.client().get(f"/inventory/search/{path}").json()["results"]]


def listed(yard: Yard, path: str) -> list[object]:
    return [next(reversed(each.values())) for each in yard.client().get(f"/inventory/available/{path}").json()]


@pytest.fixture
def number_of(told: Yard) -> Callable[[str], int]:
    def number(text: str) -> int:
        types = told.client().get("/inventory/available/part_types?ignore_mapping=1").json()
        return next(int(each["part_types_id"]) for each in types if each["part_type_name"] == text)

    return number


def test_on_both_engines_every_word_for_a_make_finds_all_its_items(yard: Yard) -> None:
    with_filters(yard)

    for word in ("cat", "C.A.T.", "caterpillar", "Caterpillar%20Inc"):
        assert ids(yard, f"*/{word}/*") == ["f1", "f2", "f3"], word


@pytest.mark.parametrize("path", ["DPF/*/*", "dpf/caterpillar/*", "Dpf-Diesel%20Particulate%20FILTER/cat/*"])
def test_part_types_are_found_by_their_aliases(told: Yard, path: str) -> None:
    assert ids(told, path) == ["f1", "f2", "f3"]


def test_the_number_of_one_name_finds_what_its_aliases_find(told: Yard, number_of: Callable[[str], int]) -> None:
    assert ids(told, f"{number_of('DPF')}/*/*") == ["f1", "f2", "f3"]


def test_lists_show_one_entry_that_finds_all_and_native_lists_show_each_name(
    told: Yard, number_of: Callable[[str], int]
) -> None:
    assert listed(told, "makes?part_type=dpf") == ["CATERPILLAR"]
    assert listed(told, "makes?part_type=dpf&ignore_mapping=1") == ["Cat", "CATERPILLAR", "Caterpillar Inc"]
    types = told.client().get("/inventory/available/part_types?all_results=true").json()
    assert [each["part_types_id"] for each in types if "DPF" in each["part_type_name"]] == [number_of(DPF)]
    assert listed(told, "models?make=cat") == []
    assert ids(told, f"{number_of(DPF)}/*/*") == ["f1", "f2", "f3"]


def test_suggestions_join_the_names_and_count_them_together(told: Yard) -> None:
    told.app.database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.PART_TYPE, "DPF"))
    body = told.client().get("/inventory/search/*/cat/*?show_suggested=1").json()

    assert [each["part_name"] for each in body["suggested_part_types"]] == [DPF, "DPF"]


def test_a_users_own_word_stands_for_exactly_its_native_names(told: Yard) -> None:
    map_words(told.app.database, [own_part_type("DPF", "Diesel Particulate Filter")])

    assert ids(told, "dpf/*/*") == ["f2"]
    assert ids(told, "Diesel%20Particulate%20Filter/*/*") == ["f1", "f2", "f3"]


def test_a_change_counts_in_the_next_search(told: Yard) -> None:
    told.app.database.write(TESTER, lambda tx: aliases.remove_alias(tx, NameKind.MAKE, "cat"))

    assert ids(told, "*/cat/*") == ["f1"]
    assert ids(told, "*/caterpillar/*") == ["f2", "f3"]


def test_a_keyword_is_looked_for_as_it_is_written(told: Yard) -> None:
    assert ids(told, "*/*/*?keywords=cat") == ["f1"]
