"""Part numbers in keywords: one query however they are written, over every number that an item has."""

import pytest

from partscounter.domain.inventory import Description, FedItem, put_items
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.yard import Yard

NUMBERED = [
    FedItem("hyphen", description=Description(part_name="Filter", oem_number="1R-1808")),
    FedItem("plain", description=Description(part_name="Filter", oem_number="1R1808")),
    FedItem("alternate", description=Description(part_name="Filter", alternate_numbers="P551808 | 1R 1808")),
    FedItem("serial", description=Description(part_name="Filter", serial_number="X1R-1808-9")),
    FedItem("tag", tag_number="157B2210", description=Description(part_name="Filter")),
    FedItem("text", description=Description(part_name="Filter", text="replaces 1R-1808")),
]


@pytest.fixture
def numbered(sqlite_yard: Yard) -> Yard:
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["denver"], NUMBERED))
    index_everything(sqlite_yard.app)
    return sqlite_yard


def ids(yard: Yard, keywords: str) -> list[str]:
    answer = yard.client().get("/inventory/search/Filter/*/*", params={"keywords": keywords})
    return [each["vendor_inventory_id"] for each in answer.json()["results"]]


def test_every_spelling_is_one_query_over_all_numbers(numbered: Yard) -> None:
    for spelled in ("1R-1808", "1R1808", "1r 1808", "1R.1808", "1r/1808", "filter 1r 1808"):
        assert ids(numbered, spelled) == ["hyphen", "plain", "alternate", "serial", "text"], spelled


@pytest.mark.parametrize(
    ("keywords", "found"),
    [("B2210", ["tag"]), ("7b22", ["tag"]), ("7b2", []), ("5518", ["alternate"]), ("p551808", ["alternate"])],
)
def test_the_middle_of_a_number_matches_from_four_characters_on(
    numbered: Yard, keywords: str, found: list[str]
) -> None:
    assert ids(numbered, keywords) == found
