"""The parts calls that ordering leans on: brands, search, one part, price and availability."""

from decimal import Decimal
from typing import Any

import pytest

from partscounter.database import Database
from partscounter.domain.inventory import PartTerms, Price
from partscounter.kit.clock import FixedClock
from partscounter_contracts.parts_orders import examples
from tests.make.parts_orders import Sample, get_token, open_sample, printed_order, put_part

PARTS = "/sample/sample/v1/parts"
TYPES = ("EMG", "VOR", "STK", "DPO", "COL")
AVAILABILITY = examples.PRICE_AVAILABILITY | {
    "mandatoryVehicleReferences": [{"type": "KEYNUMBER", "description": ""}],
    "orderPrices": [{"orderType": each, "orderPrice": examples.PRICE} for each in TYPES],
}


@pytest.fixture
def sample(sqlite_database: Database, clock: FixedClock) -> Sample:
    return open_sample(sqlite_database, clock)


def stock_more(sample: Sample) -> None:
    for number, (brand, code) in enumerate([("S", "0012"), ("CAT", "1R-1808"), ("", "7"), ("S", "")], start=2):
        put_part(sample.database, sample.store, brand_code=brand, part_code=code, inventory_id=str(number))
    put_part(sample.database, sample.store, brand_code="X", part_code="1", inventory_id="9", listed=False)


def test_lists_the_brands(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    stock_more(sample)

    brands = [{"brandCode": "CAT", "description": "CAT"}, {"brandCode": "S", "description": "S"}]
    assert sample.http.get(f"{PARTS}/brands").json() == {"brands": brands, "totalItems": 2, "totalPages": 1}
    second = sample.http.get(f"{PARTS}/brands?page=2&pageSize=1").json()
    assert second == {"brands": brands[1:], "totalItems": 2, "totalPages": 2}


def test_searches_parts(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    stock_more(sample)

    found = {
        query: [part["partId"] for part in sample.http.get(f"{PARTS}?{query}").json()["parts"]]
        for query in ("", "brandCode=S", "partCode=1r1808", "brandCode=S&partCode=1r1808", "partCode=-", "page=9")
    }

    assert found == {
        "": ["CAT1R-1808", "S0012", "S7654321"],
        "brandCode=S": ["S0012", "S7654321"],
        "partCode=1r1808": ["CAT1R-1808"],
        "brandCode=S&partCode=1r1808": [],
        "partCode=-": [],
        "page=9": [],
    }


def test_a_page_of_parts_links_to_the_others(sample: Sample) -> None:
    stock_more(sample)

    body = sample.http.get(f"{PARTS}?brandCode=S&pageSize=1").json()

    assert (body["totalItems"], body["totalPages"]) == (2, 2)
    assert [part["partCode"] for part in body["parts"]] == ["0012"]
    assert {link["rel"]: link["href"].partition("?")[2] for link in body["links"]} == {
        "self": "brandCode=S&page=1&pageSize=1",
        "first": "brandCode=S&page=1&pageSize=1",
        "last": "brandCode=S&page=2&pageSize=1",
        "next": "brandCode=S&page=2&pageSize=1",
    }


@pytest.mark.parametrize("query", ["page=0&pageSize=501", "page=x&pageSize=0"])
def test_wrong_pages_are_named_at_once(sample: Sample, query: str) -> None:
    for path in (PARTS, f"{PARTS}/brands"):
        answer = sample.http.get(f"{path}?{query}")

        assert answer.status_code == 400
        assert [each["field"] for each in answer.json()["details"]] == ["page", "pageSize"]


def test_one_part(sample: Sample) -> None:
    assert sample.http.get(f"{PARTS}/S7654321").json() == examples.PART


def test_price_and_availability(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    whom = "customerId=123e4569-e89b-12e3-a452-426655440001&companyId=345e7890-f23y-12d3-a456-537766551112"

    answer = sample.http.get(f"{PARTS}/S7654321/price-availability?{whom}")
    sample.post(printed_order())
    after = sample.http.get(f"{PARTS}/S7654321/price-availability").json()

    assert (answer.status_code, answer.json()) == (200, AVAILABILITY)
    assert after["availableStock"] == 15


def test_a_blocked_part_and_one_without_a_price_say_so(sample: Sample) -> None:
    blocked = PartTerms(sales_blocked=True, sales_blocked_reason="Recalled", back_order_allowed=False)
    put_part(sample.database, sample.store, part_code="1", inventory_id="2", terms=blocked)
    put_part(sample.database, sample.store, part_code="2", inventory_id="3", price=Price(core=Decimal("9.50")))

    first, second = (sample.http.get(f"{PARTS}/{each}/price-availability").json() for each in ("S1", "S2"))

    assert (first["salesBlocked"], first["salesBlockedDescription"]) == (True, "Recalled")
    assert (first["isAvailableForBackOrder"], "leadTimeInDays" in first) == (False, False)
    assert (second["salesBlocked"], second["salesBlockedDescription"]) == (True, "The part has no price; ask the store")
    assert (second["surcharge"], second["listPrice"]["netValue"]) == (9.5, 0)


def test_a_basket_answers_line_by_line(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)
    put_part(database, sample.store, part_code="1", inventory_id="2")
    lines: list[dict[str, Any]] = [{"part": {"partId": each}, "quantity": 10} for each in ("S1", "S7654321", "S1")]
    before = sample.traces()

    answer = sample.http.post(f"{PARTS}/price-availability", json={"parts": lines})

    assert answer.status_code == 200
    assert [each["partId"] for each in answer.json()["parts"]] == ["S1", "S7654321", "S1"]
    assert answer.json()["parts"][1] == AVAILABILITY
    assert sample.traces() == before


def test_a_basket_names_all_that_is_wrong(sample: Sample) -> None:
    body = {"customerId": "x", "companyId": "y", "parts": [{"part": {"partId": "X"}}, {"part": {}}]}

    answer = sample.http.post(f"{PARTS}/price-availability", json=body)

    assert answer.status_code == 400
    fields = [each["field"] for each in answer.json()["details"]]
    assert fields == ["customerId", "companyId", "parts[0].part", "parts[1].part"]
    assert sample.http.post(f"{PARTS}/price-availability", json={"parts": []}).status_code == 400


def test_a_basket_names_wrong_types_beside_what_the_rules_find(sample: Sample) -> None:
    lines = [{"part": {"partId": "X"}, "quantity": 0}, {"part": None}, 5, {"part": {"partId": "S7654321"}}]

    answer = sample.http.post(f"{PARTS}/price-availability", json={"customerId": 7, "companyId": "y", "parts": lines})

    assert [(each["field"], each["issue"]) for each in answer.json()["details"]] == [
        ("customerId", "must be a string or null, not an integer"),
        ("parts[0].quantity", "must be at least 1"),
        ("parts[1].part", "must be an object, not null"),
        ("parts[2]", "must be an object, not an integer"),
        ("companyId", "No such company"),
        ("parts[0].part", "No such part"),
    ]


def test_unknown_parts_and_customers(sample: Sample) -> None:
    for path in ("X1", "X1/price-availability", "%E2%98%83", "price-availability"):
        answer = sample.http.get(f"{PARTS}/{path}")
        assert (answer.status_code, answer.json()["details"][0]["field"]) == (404, "partId")

    answer = sample.http.get(f"{PARTS}/S7654321/price-availability?customerId=x&companyId=y")
    assert [each["field"] for each in answer.json()["details"]] == ["customerId", "companyId"]


def test_an_id_that_two_parts_share(sample: Sample) -> None:
    put_part(sample.database, sample.store, brand_code="S7", part_code="654321", inventory_id="2")

    answer = sample.http.get(f"{PARTS}/S7654321")

    assert (answer.status_code, answer.json()["details"][0]["field"]) == (400, "partId")


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("/brands", "api.parts/brands/read"),
        ("", "api.parts/read"),
        ("/S7654321", "api.parts/read"),
        ("/S7654321/price-availability", "api.parts/price-availability/read"),
    ],
)
def test_each_call_asks_for_its_scope_and_its_store(sample: Sample, path: str, scope: str) -> None:
    orders_only = {"Authorization": f"Bearer {get_token(sample.http, scope='api.orders/read')}"}
    fitting = {"Authorization": f"Bearer {get_token(sample.http, scope=scope)}"}

    assert sample.http.get(PARTS + path, headers=orders_only).status_code == 403
    assert sample.http.get(PARTS + path, headers=fitting).status_code == 200
    assert sample.http.get(f"/sample/other/v1/parts{path}", headers=fitting).status_code == 404
