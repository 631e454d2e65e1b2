"""`explain` (ours): every hit says why it was found, and without it nothing is said."""

from xml.etree import ElementTree as ET

import pytest

from partscounter.domain import inventory
from partscounter.domain.inventory import Description, FedItem
from partscounter.search.project import document_of
from partscounter.search.why import number_fields, word_fields
from tests.make.aliases import make, put
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.mappings import map_words, part_type
from tests.make.yard import Yard


def why(yard: Yard, path: str, params: dict[str, str] | None = None) -> dict[str, list[dict[str, str]]]:
    asked = {"explain": "1"} | (params or {})
    results = yard.client().get(f"/inventory/search/{path}", params=asked).json()["results"]
    return {str(each["vendor_inventory_id"]): each["explain"] for each in results}


def reason(asked: str, field: str, value: str, by: str, **via: str) -> dict[str, str]:
    return {"asked": asked, "field": field, "value": value, "by": by, **via}


def test_without_it_the_answer_is_the_contracts(seen_yard: Yard) -> None:
    plain = seen_yard.client().get("/inventory/search/*/PETERBILT/*")
    off = seen_yard.client().get("/inventory/search/*/PETERBILT/*?explain=0")

    assert b"explain" not in plain.content
    assert off.content == plain.content


def test_a_search_for_everything_needs_no_reason(seen_yard: Yard) -> None:
    assert set(map(tuple, why(seen_yard, "*/*/*").values())) == {()}


@pytest.mark.parametrize(
    ("keywords", "reasons"),
    [
        ("TM-1808.X", [reason("tm1808x", "oem_number", "TM-1808.X", "squashed")]),
        ("1808", [reason("1808", "oem_number", "TM-1808.X", "exact")]),
        ("m180", [reason("m180", "oem_number", "TM-1808.X", "infix")]),
        (
            "fuller|(warranty nothing)",
            [
                reason("fuller", "part_manufacturer", "FULLER", "exact"),
                reason("warranty", "description", "With warranty", "exact"),
            ],
        ),
    ],
)
def test_keywords_name_field_and_likeness(seen_yard: Yard, keywords: str, reasons: list[dict[str, str]]) -> None:
    assert why(seen_yard, "transmission-assembly/*/*", {"keywords": keywords}) == {
        "4": [reason("transmission-assembly", "part_name", "Transmission Assembly", "name"), *reasons]
    }


def test_names_numbers_aliases_and_mappings_are_told_apart(sqlite_yard: Yard) -> None:
    yard = sqlite_yard
    put(yard.app.database, make("Pete", "Peterbilt"))
    map_words(yard.app.database, [part_type("Motors", "Engine Assembly")])
    types = yard.client("narrow").get("/inventory/available/part_types").json()
    number = str(types[0]["part_types_id"])

    assert why(yard, "Motors/pete/*") == {
        "003896": [
            reason("Motors", "part_name", "Engine Assembly", "mapping"),
            reason("pete", "vehicle_make", "PETERBILT", "alias", via="Pete = Peterbilt"),
        ]
    }
    assert why(yard, f"{number}/*/579") == {
        "003896": [
            reason(number, "part_name", "Engine Assembly", "number"),
            reason("579", "vehicle_model", "579", "name"),
        ]
    }


def test_names_that_are_two_aliases_of_one_name_say_so(sqlite_yard: Yard) -> None:
    fed = [FedItem("binder", description=Description(part_name="Hood", vehicle_make="IHC"))]
    sqlite_yard.app.database.write(TESTER, lambda tx: inventory.put_items(tx, sqlite_yard.stores["denver"], fed))
    index_everything(sqlite_yard.app)
    put(sqlite_yard.app.database, make("IHC", "International"), make("Navistar", "International"))

    assert why(sqlite_yard, "*/International/*")["binder"][0]["via"] == "IHC = International"
    assert why(sqlite_yard, "*/navistar/*")["binder"][0]["via"] == "Navistar = International"


def test_all_results_and_xml_are_explained_too(seen_yard: Yard) -> None:
    assert len(why(seen_yard, "*/cummins/*", {"result_size": "all"})) == 3
    answer = seen_yard.client("webshop-xml").get("/inventory/search/*/FULLER/*?explain=true")

    assert ET.fromstring(answer.content).findtext("results/result/explain/explain/by") == "name"  # noqa: S314 - our own


def test_the_explained_fields_are_those_that_the_index_has(seen_yard: Yard) -> None:
    item = seen_yard.item("lincoln", "4")
    with seen_yard.app.database.read() as tx:
        (row,) = inventory.document_rows(tx, [item.id])
    document = document_of(row, seen_yard.stores["lincoln"].company)

    numbers = set(filter(None, number_fields(item).values()))
    assert set(document.part_numbers) == numbers
    assert set(document.words) | numbers == set(filter(None, word_fields(item).values())) | numbers
