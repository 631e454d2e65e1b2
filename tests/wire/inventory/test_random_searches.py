"""Any search through HTTP finds, counts, orders and pages as going through the whole feed by hand does."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.inventory import Description, FedItem, Price
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.yard import Yard

PART_TYPES = ("Hood Hinge", "Tool Box", "Fuel-Tank")
MAKES = ("Brockway", "White Star")
MODELS = ("X-10", "900")
WORDS = ("blue", "bent", "steel", "LH", "R12-77")
SEED = 20_261_122


@dataclass(frozen=True)
class Fed:
    """A row as it was fed, in the order in which rows get their numbers."""

    number: int
    store: str
    part_type: str
    make: str
    model: str
    year: int | None
    price: Decimal | None
    category: str
    text: str
    oem: str


def fed_rows() -> list[Fed]:
    random = Random(SEED)  # noqa: S311 - a repeatable choice, no secret
    return [
        Fed(
            number=9_000 + place,
            store=random.choice(("lincoln", "omaha", "denver")),
            part_type=random.choice(PART_TYPES),
            make=random.choice(MAKES),
            model=random.choice(MODELS),
            year=random.choice((None, 1999, 2004, 2005, 2016)),
            price=random.choice((None, Decimal(5), Decimal("19.90"), Decimal(450), Decimal(450))),
            category=random.choice(("RANDOM", "CORE")),
            text=" ".join(random.choices(WORDS, k=random.randint(0, 4))),
            oem=random.choice(("", "A17-40312-009", "B2210", "157B2210")),
        )
        for place in range(120)
    ]


def stock(yard: Yard, rows: list[Fed]) -> None:
    def put(tx: WriteTx) -> None:
        for row in rows:  # one at a time, so that the items get their ids in this order
            inventory.put_items(tx, yard.stores[row.store], [fed_item(row)])

    yard.app.database.write(TESTER, put)
    index_everything(yard.app)


def fed_item(row: Fed) -> FedItem:
    about = Description(
        part_name=row.part_type,
        vehicle_make=row.make,
        vehicle_model=row.model,
        year=row.year,
        category=row.category,
        text=row.text,
        oem_number=row.oem,
    )
    return FedItem(str(row.number), description=about, price=Price(each=row.price))


@pytest.fixture(scope="module")
def stocked(seen_yard: Yard) -> Iterator[tuple[httpx.Client, list[Fed]]]:
    rows = fed_rows()
    stock(seen_yard, rows)
    with seen_yard.client() as client:
        yield client, rows


def squashed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def says(row: Fed, word: str) -> bool:
    """A whole word of the row, or four characters and more of its part number."""
    texts = f"{row.text} {row.part_type} {row.make} {row.model} {row.oem} {row.number}".lower()
    chunks = re.findall(r"[a-z0-9]+(?:[-.]+[a-z0-9]+)*", texts)
    words = {piece for chunk in chunks for piece in (*re.split(r"[-.]+", chunk), squashed(chunk))}
    return squashed(word) in words or (len(squashed(word)) >= 4 and squashed(word) in squashed(row.oem))


def folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


SORTS: dict[str, Callable[[Fed], object]] = {
    "price": lambda row: row.price,
    "year": lambda row: row.year,
    "part_name": lambda row: folded(row.part_type),
    "make_model": lambda row: folded(f"{row.make} {row.model}"),
    "oem_number": lambda row: folded(row.oem) or None,
    "description": lambda row: folded(row.text) or None,
}


def in_order(rows: list[Fed], column: str, *, descending: bool) -> list[int]:
    """By the column, unknown last; then price ascending with unknown prices last; then as they were fed."""
    cheapest = sorted(rows, key=lambda row: (row.price is None, row.price or 0))
    known = [row for row in cheapest if SORTS[column](row) is not None]
    known.sort(key=SORTS[column], reverse=descending)  # type: ignore[arg-type]  # of one type in each column
    return [row.number for row in known] + [row.number for row in cheapest if SORTS[column](row) is None]


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part_type=st.sampled_from(("*", *PART_TYPES, "fuel tank")),
    make=st.sampled_from(("*", *MAKES, "WHITESTAR")),
    model=st.sampled_from(("*", *MODELS, "x10")),
    years=st.sampled_from((None, (1999, 2004), (2005, 2005), (2010, 2020))),
    category=st.sampled_from(("RANDOM", "RANDOM,CORE")),
    words=st.lists(st.sampled_from((*WORDS, "r1277", "2210", "4031")), max_size=2),
    column=st.sampled_from(sorted(SORTS)),
    descending=st.booleans(),
    page=st.integers(1, 4),
    size=st.sampled_from((1, 7, 25, 200)),
)
def test_totals_orders_and_pages_are_those_of_going_through_the_feed_by_hand(  # noqa: PLR0917 - hypothesis passes them by name
    stocked: tuple[httpx.Client, list[Fed]],
    part_type: str,
    make: str,
    model: str,
    years: tuple[int, int] | None,
    category: str,
    words: list[str],
    column: str,
    descending: bool,
    page: int,
    size: int,
) -> None:
    client, rows = stocked
    asked = {
        "category": category,
        "keywords": " ".join(words),
        "sort_column": column,
        "sort_order": "desc" if descending else "asc",
        "page_number": str(page),
        "result_size": str(size),
    }
    if years:
        asked["year_range"] = f"{years[0]},{years[1]}"
    found = [
        row
        for row in rows
        if part_type in {"*", row.part_type} or squashed(part_type) == squashed(row.part_type)
        if make == "*" or squashed(make) == squashed(row.make)
        if model == "*" or squashed(model) == squashed(row.model)
        if years is None or (row.year is not None and years[0] <= row.year <= years[1])
        if row.category in category.split(",")
        if all(says(row, word) for word in words)
    ]
    ordered = in_order(found, column, descending=descending)

    answer = client.get(f"/inventory/search/{part_type}/{make}/{model}", params=asked).json()

    assert answer["total_results"] == len(found)
    assert answer["total_pages"] == -(-len(found) // size)
    shown = [each["vendor_inventory_id"] for each in answer["results"]]
    assert shown == ordered[(page - 1) * size : page * size]
