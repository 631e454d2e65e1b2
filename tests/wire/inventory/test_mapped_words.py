"""A user with words of its own: what searches find, what lists show, and the tree of its part types."""

from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from partscounter.domain import mappings
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory import Description, FedItem, put_items
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.mappings import WORDS, map_words, part_type
from tests.make.yard import Yard

ENGINES = {"7001:003896", "7001:2", "7002:1"}
TRANSMISSION = {"7001:4"}


@pytest.fixture
def mapped(sqlite_yard: Yard, tmp_path: Path) -> Yard:
    """The yard on SQLite, with words for `webshop` and `webshop-xml`."""
    return with_words(sqlite_yard, tmp_path)


def with_words(yard: Yard, folder: Path) -> Yard:
    file = folder / "words.csv"
    file.write_text(WORDS, encoding="utf-8")
    for user in ("webshop", "webshop-xml"):
        map_words(yard.app.database, mappings.read_mapping_file(file), user)
    return yard


def found(yard: Yard, path: str, user: str = "webshop") -> set[str]:
    results = yard.client(user).get(f"/inventory/search/{path}").json()["results"]
    return {f"{each['vendor']['vendor_id']}:{each['vendor_inventory_id']}" for each in results}


def listed(yard: Yard, path: str) -> list[object]:
    return [next(reversed(each.values())) for each in yard.client().get(f"/inventory/{path}").json()]


def test_on_both_engines_a_word_finds_what_it_stands_for(yard: Yard, tmp_path: Path) -> None:
    with_words(yard, tmp_path)

    assert found(yard, "power/*/*") == ENGINES | TRANSMISSION
    assert found(yard, "Ghosts/*/*") == set()
    assert listed(yard, "functiongroup?parent=200") == ["Boxes", "Engines"]
    assert listed(yard, "available/makes") == ["Cummins & Eaton", "KENWORTH", "MERITOR/ROCKWELL"]


@pytest.mark.parametrize(
    ("path", "items"),
    [
        ("Engines/*/*", ENGINES),
        ("engi-NES/*/*", ENGINES),
        ("210/*/*", ENGINES),
        ("Drivetrain/*/*", ENGINES | TRANSMISSION),
        ("200/*/*", ENGINES | TRANSMISSION),
        ("230/*/*", set()),
        # The user's word goes before the native name that is spelled the same.
        ("Cab%20Body/*/*", {"7001:5"}),
        # What the mapping does not name is native.
        ("Engine%20Assembly/*/*", ENGINES),
        ("Axle%20Assembly/*/*", {"7001:5"}),
        ("*/cummins%20%26%20eaton/*", ENGINES | TRANSMISSION),
        ("*/7/*", ENGINES | TRANSMISSION),
        ("*/FULLER/*", TRANSMISSION),
        ("*/Meritor-Rockwell/*", {"7001:5"}),
        ("*/*/Big%20Bore", ENGINES),
        ("Boxes/7/*", TRANSMISSION),
        ("Boxes/7/Big%20Bore", set()),
        # A word of one kind is none of another.
        ("*/Engines/*", set()),
    ],
)
def test_finds_what_the_words_stand_for(mapped: Yard, path: str, items: set[str]) -> None:
    assert found(mapped, path) == items


def test_the_words_of_one_user_are_nothing_to_another(mapped: Yard) -> None:
    assert found(mapped, "Engines/*/*", "narrow") == set()
    assert found(mapped, "Engine%20Assembly/*/*", "narrow") == {"7002:1"}


def test_a_native_name_that_arrives_later_is_found_by_the_word_that_waits_for_it(mapped: Yard) -> None:
    fed = FedItem("flux", description=Description(part_name="FLUX capacitor"))
    mapped.app.database.write(TESTER, lambda tx: put_items(tx, mapped.stores["omaha"], [fed]))
    index_everything(mapped.app)

    assert found(mapped, "Ghosts/*/*") == {"7001:flux"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("available/part_types", ["Boxes", "Cab Body", "Drivetrain", "Engines", "Power"]),
        (
            "available/part_types?ignore_mapping=true",
            ["Axle Assembly", "Cab Body", "Engine Assembly", "Transmission Assembly"],
        ),
        ("available/part_types?all_results=true", ["Boxes", "Cab Body", "Drivetrain", "Engines", "Power"]),
        ("available/makes?part_type=Boxes", ["Cummins & Eaton"]),
        ("available/makes?part_type=210", ["Cummins & Eaton"]),
        ("available/makes?part_type=210&ignore_mapping=true", []),
        ("available/makes?part_type=Engine%20Assembly&ignore_mapping=true", ["CUMMINS"]),
        ("available/makes?part_type=Ghosts", []),
        ("available/models?part_type=Boxes&make=7", ["RTLO-18913A"]),
        ("available/models?make=Cummins%20%26%20Eaton", ["Big Bore", "RTLO-18913A"]),
        ("available/categories?part_type=Boxes", ["NEW"]),
        ("available/categories?part_type=Ghosts", []),
    ],
)
def test_lists_speak_the_users_words(mapped: Yard, path: str, words: list[str]) -> None:
    assert listed(mapped, path) == words


def test_every_listed_part_type_is_found_by_its_id_and_by_its_name(mapped: Yard) -> None:
    types = mapped.client().get("/inventory/available/part_types").json()

    assert [each["part_types_id"] for each in types] == [220, "Cab Body", "Drivetrain", 210, 200]
    for each in types:
        by_name = found(mapped, f"{each['part_type_name']}/*/*")
        assert by_name
        assert found(mapped, f"{each['part_types_id']}/*/*") == by_name


def test_a_native_number_that_is_a_number_of_the_users_is_not_given_out(mapped: Yard) -> None:
    native = {
        each["part_type_name"]: each["part_types_id"]
        for each in mapped.client().get("/inventory/available/part_types?ignore_mapping=1").json()
    }
    taken = str(native["Cab Body"])
    map_words(mapped.app.database, [part_type("Engines", "Engine Assembly", number=taken)])

    types = mapped.client().get("/inventory/available/part_types").json()

    assert {each["part_type_name"]: each["part_types_id"] for each in types} == {
        "Axle Assembly": native["Axle Assembly"],
        "Cab Body": "Cab Body",
        "Engines": int(taken),
        "Transmission Assembly": native["Transmission Assembly"],
    }


def test_suggests_the_users_words_with_the_most_results_first(mapped: Yard) -> None:
    answer = mapped.client().get("/inventory/search/*/*/*?show_suggested=1").json()

    suggested = [(each["part_name"], each["part_type_id"]) for each in answer["suggested_part_types"]]
    assert suggested == [
        ("Drivetrain", "Drivetrain"),
        ("Power", 200),
        ("Engines", 210),
        ("Boxes", 220),
        ("Cab Body", "Cab Body"),
    ]
    uri = answer["suggested_part_types"][0]["uri"]
    assert unquote(uri) == "http://counter.example/inventory/search/Drivetrain/*/*?show_suggested=1"


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Engines", ["Engine Assembly"]),
        ("220", ["Transmission Assembly"]),
        ("Power", ["Engine Assembly", "Transmission Assembly"]),
        ("Drivetrain", ["Engine Assembly", "Transmission Assembly"]),
        ("Ghosts", []),
        ("Engine%20Assembly", ["Engine Assembly"]),
        ("Nothing", []),
    ],
)
def test_a_mapped_type_tells_its_native_types(mapped: Yard, word: str, names: list[str]) -> None:
    answer = mapped.client().get(f"/inventory/mappingtypes/{word}").json()

    assert [each["part_name"] for each in answer] == names
    native = mapped.client().get("/inventory/available/part_types?ignore_mapping=true&all_results=true").json()
    numbers = {each["part_type_name"]: each["part_types_id"] for each in native}
    assert answer == [{"part_type": numbers[name], "part_name": name} for name in names]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Cab Body", "Drivetrain", "Ghosts", "Power"]),
        ("?category=truck", ["Power"]),
        ("?category=TRAILER", ["Drivetrain"]),
        ("?category=boat", []),
        ("?parent=Power", ["Boxes", "Engines"]),
        ("?parent=200&category=Truck", ["Boxes", "Engines"]),
        ("?parent=200&category=trailer", []),
        ("?parent=210", []),
        ("?parent=nothing", []),
    ],
)
def test_the_tree_is_told_level_by_level(mapped: Yard, query: str, names: list[str]) -> None:
    assert listed(mapped, f"functiongroup{query}") == names


def test_a_group_is_told_in_exactly_these_words(mapped: Yard) -> None:
    answer = mapped.client().get("/inventory/functiongroup?parent=200").json()

    assert answer == [
        {"function_group_id": 220, "function_grup_name": "Boxes", "function_group_name": "Boxes"},
        {"function_group_id": 210, "function_grup_name": "Engines", "function_group_name": "Engines"},
    ]


def test_xml_users_get_the_tree_and_the_types_in_xml(mapped: Yard) -> None:
    tree = ET.fromstring(mapped.client("webshop-xml").get("/inventory/functiongroup?parent=200").text)  # noqa: S314 - our own answer
    types = ET.fromstring(mapped.client("webshop-xml").get("/inventory/mappingtypes/Power").text)  # noqa: S314 - our own answer

    assert [each.findtext("function_group_id") for each in tree.findall("function_group")] == ["220", "210"]
    assert [each.findtext("part_name") for each in types.findall("part_type")] == [
        "Engine Assembly",
        "Transmission Assembly",
    ]


def test_a_user_without_words_has_no_tree(seen_yard: Yard) -> None:
    assert seen_yard.client().get("/inventory/functiongroup").json() == []


def test_a_path_element_that_names_nothing_is_remembered_for_its_user(mapped: Yard) -> None:
    for path in ("Ghosts/Nobody/*", "*/nobody/ISX", "*/*/*", "Engines/*/*"):
        found(mapped, path)

    words = mapped.app.unmatched.take().values()
    assert [(word.kind, word.text, word.searches) for word in words] == [
        (NameKind.PART_TYPE, "Ghosts", 1),
        (NameKind.MAKE, "nobody", 2),
    ]
