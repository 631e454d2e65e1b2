"""GET /inventory/search: what is found, in which order, on which page, and in which words."""

from types import ModuleType

import pytest

from partscounter.domain import catalog, inventory
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.inventory import Description, FedItem
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.yard import LINCOLN, Yard

FOUND_ENGINE = {
    "type": "USED",
    "vendor": LINCOLN,
    "part_name": "Engine Assembly",
    "make_model": "PETERBILT 579",
    "year": "2014",
    "oem_number": "",
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
    "price": "12500.00",
    "coreprice": "1500.00",
    "condition": "A",
    "details_uri": "http://counter.example/inventory/details/7001/1/003896",
    "images": ["https://img.example/1.jpg", "http://counter.example/images/2.jpg"],
    "distance": 0,
    "page_number": 1,
}


def ids(yard: Yard, path: str, user: str = "webshop") -> list[str]:
    """The inventory ids found, in order."""
    answer = yard.client(user).get(f"/inventory/search/{path}")
    assert answer.status_code == 200, answer.text
    return [str(each["vendor_inventory_id"]) for each in answer.json()["results"]]


def test_answers_the_printed_request_with_exactly_this_body(seen_yard: Yard) -> None:
    answer = seen_yard.client().get(
        "/inventory/search/Engine%20Assembly/CUMMINS/ISX?year_range=2013,2015&zipcode=68503&distance=100"
    )

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == {"total_results": 1, "total_pages": 1, "results": [FOUND_ENGINE]}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("Engine%20Assembly/CUMMINS/ISX", ["2", "1", "003896"]),
        ("engine-assembly/cummins/I.S.X", ["2", "1", "003896"]),
        ("*/PETERBILT/*", ["003896"]),
        ("%2A/cummins/*", ["2", "1", "003896"]),
        ("*/*/579", ["003896"]),
        ("*/MERITOR-ROCKWELL/*", ["5"]),
        ("*/Meritor%2FRockwell/DT466E", ["5"]),
        ("*/FULLER/*?keywords=warranty", ["4"]),
        ("*/NOBODY/*", []),
        ("No%20such%20part/*/*", []),
        ("*/*/---", []),
        ("99999999/*/*", []),
    ],
)
def test_finds_names_in_any_spelling_and_nothing_for_unknown_ones(seen_yard: Yard, path: str, found: list[str]) -> None:
    assert ids(seen_yard, path) == found


def test_finds_a_part_type_by_its_number(seen_yard: Yard) -> None:
    types = seen_yard.client().get("/inventory/available/part_types").json()
    number = next(each["part_types_id"] for each in types if each["part_type_name"] == "Axle Assembly")

    assert ids(seen_yard, f"{number}/*/*") == ["5"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year_range=2014,2015", ["1", "003896"]),
        ("year_range=0,2012", ["6", "2"]),
        ("year_range=2014,0", ["1", "003896"]),
        ("year_range=2014", ["003896"]),
        ("year_range=0,0", ["6", "4", "2", "1", "003896", "5"]),
        ("year_range=0", ["6", "4", "2", "1", "003896", "5"]),
        ("year_range=", ["6", "4", "2", "1", "003896", "5"]),
        ("year_range=2015,2013", []),
        ("keywords=warranty", ["4", "003896"]),
        ("keywords=WARRANTY%20isx15", ["003896"]),
        ("keywords=(warranty%20fuller)|(axle)", ["4", "5"]),
        ("keywords=tm1808x", ["4"]),
        ("keywords=TM-1808.X", ["4"]),
        ("keywords=m180", ["4"]),
        ("category=NEW", ["4"]),
        ("category=new,Core", ["4", "5"]),
        ("category=NOSUCH", []),
        ("vendor=7002", ["1"]),
        ("vendor=7002,7001&part=1", ["6", "4", "2", "1", "003896", "5"]),
        ("vendor=,", ["6", "4", "2", "1", "003896", "5"]),
        ("vendor=9999", []),
        ("store=1", ["6", "4", "1", "003896", "5"]),
        ("store=7001:2", ["2"]),
        ("store=2,7002:1", ["2", "1"]),
        ("store=1&vendor=7002", ["1"]),
        ("store=77", []),
        ("zipcode=80202&distance=10", ["1"]),
        ("zipcode=68503-1234&distance=100", ["6", "4", "003896", "5", "2"]),
        ("zipcode=68503&distance=0", ["6", "4", "003896", "5", "2", "1"]),
        ("distance=nonsense", ["6", "4", "2", "1", "003896", "5"]),
        ("zipcode=68503&sort_column=price", ["6", "4", "2", "1", "003896", "5"]),
        ("sort_column=distance", ["6", "4", "2", "1", "003896", "5"]),
        ("sort_column=nonsense", ["6", "4", "2", "1", "003896", "5"]),
        ("sort_order=desc", ["003896", "1", "2", "4", "6", "5"]),
        ("sort_order=Descending", ["003896", "1", "2", "4", "6", "5"]),
        ("sort_order=asc", ["6", "4", "2", "1", "003896", "5"]),
        ("sort_column=part_name", ["5", "6", "2", "1", "003896", "4"]),
        ("sort_column=year", ["6", "2", "003896", "1", "4", "5"]),
        ("sort_column=type&sort_order=desc", ["2", "003896", "1", "4", "5", "6"]),
        ("sort_column=vendor", ["1", "6", "4", "003896", "5", "2"]),
    ],
)
def test_filters_and_sorts(seen_yard: Yard, query: str, found: list[str]) -> None:
    assert ids(seen_yard, f"*/*/*?{query}") == found


def test_pages_neither_overlap_nor_skip_and_each_item_names_its_page(seen_yard: Yard) -> None:
    client = seen_yard.client()
    pages = [client.get(f"/inventory/search/*/*/*?result_size=4&page_number={number}").json() for number in (1, 2, 3)]

    assert [[str(each["vendor_inventory_id"]) for each in page["results"]] for page in pages] == [
        ["6", "4", "2", "1"],
        ["003896", "5"],
        [],
    ]
    assert [(page["total_results"], page["total_pages"]) for page in pages] == [(6, 2)] * 3
    assert {each["page_number"] for each in pages[1]["results"]} == {2}


def test_a_page_far_beyond_the_end_is_empty_with_the_true_totals(seen_yard: Yard) -> None:
    for column in ("price", "year", "distance&zipcode=68503"):
        answer = seen_yard.client().get(f"/inventory/search/*/*/*?page_number=999999999&sort_column={column}")
        assert answer.json() == {"total_results": 6, "total_pages": 1, "results": []}


@pytest.mark.parametrize("user", ["webshop", "webshop-xml"])
def test_all_is_streamed_and_says_the_same_as_one_large_page(seen_yard: Yard, user: str) -> None:
    client = seen_yard.client(user)
    for path in ("*/*/*", "*/NOBODY/*"):
        for more in ("", "&show_suggested=1", "&zipcode=68503"):
            whole = client.get(f"/inventory/search/{path}?result_size=all{more}")
            page = client.get(f"/inventory/search/{path}?result_size=1000{more}")
            assert whole.text == page.text.replace("result_size=1000", "result_size=all")


@pytest.mark.parametrize("user", ["webshop", "webshop-xml"])
def test_all_is_one_page_and_beyond_it_is_nothing(seen_yard: Yard, user: str) -> None:
    client = seen_yard.client(user)
    beyond = client.get("/inventory/search/*/*/*?result_size=all&page_number=2")

    assert beyond.text == client.get("/inventory/search/*/*/*?result_size=1000&page_number=2").text
    assert "6" in beyond.text


def test_links_keep_the_host_that_was_called_and_the_end_user(seen_yard: Yard) -> None:
    answer = seen_yard.client().get(
        "/inventory/search/*/PETERBILT/*?userid=a%26b", headers={"host": "shop.example:8443"}
    )

    (found,) = answer.json()["results"]
    assert found["details_uri"] == "http://shop.example:8443/inventory/details/7001/1/003896?userid=a%26b"
    again = seen_yard.client().get(found["details_uri"].removeprefix("http://shop.example:8443"))
    assert again.json()["vendor_sku"] == "E1001"


def test_distance_is_in_miles_and_unknown_without_a_zipcode(seen_yard: Yard) -> None:
    near = seen_yard.client().get("/inventory/search/Engine%20Assembly/*/*?zipcode=68503").json()["results"]
    plain = seen_yard.client().get("/inventory/search/Engine%20Assembly/*/*").json()["results"]

    assert [each["distance"] for each in near] == [0, 49, 444.7]
    assert {each["distance"] for each in plain} == {""}


def test_suggests_part_types_with_links_that_find_them(seen_yard: Yard) -> None:
    answer = seen_yard.client().get(
        "/inventory/search/*/*/*?show_suggested=true&zipcode=68503&distance=100&page_number=1&keywords=warranty|axle"
    )

    suggested = answer.json()["suggested_part_types"]
    assert [each["part_name"] for each in suggested] == ["Axle Assembly", "Engine Assembly", "Transmission Assembly"]
    assert suggested[1]["uri"] == (
        "http://counter.example/inventory/search/Engine%20Assembly/*/*"
        "?show_suggested=true&zipcode=68503&distance=100&keywords=warranty%7Caxle"
    )
    narrowed = seen_yard.client().get(suggested[1]["uri"]).json()
    assert [each["vendor_inventory_id"] for each in narrowed["results"]] == ["003896"]
    assert narrowed["suggested_part_types"] == []


def test_suggests_nothing_unless_asked(seen_yard: Yard) -> None:
    for query in ("", "?show_suggested=0", "?show_suggested=no"):
        answer = seen_yard.client().get(f"/inventory/search/*/*/*{query}")
        assert set(answer.json()) == {"total_results", "total_pages", "results"}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("year_range=2013-2015", "year_range must be one year, or first and last year with a comma between them"),
        ("year_range=2013,", "year_range must be one year, or first and last year with a comma between them"),
        ("year_range=1,2,3", "year_range must be one year, or first and last year with a comma between them"),
        ("zipcode=00000", "zipcode is not a known postal code of the United States or Canada"),
        ("zipcode=6850", "zipcode is not a known postal code of the United States or Canada"),
        ("zipcode=68503&distance=-1", "distance must be at least 0"),
        ("zipcode=68503&distance=far", "distance must be a decimal number"),
        (
            "zipcode=00000&distance=far",
            "zipcode is not a known postal code of the United States or Canada; distance must be a decimal number",
        ),
        ("page_number=0", "page_number must be at least 1"),
        ("page_number=x", "page_number must be an integer"),
        ("result_size=0", "result_size must be at least 1"),
        ("result_size=1001", "result_size must be at most 1000"),
        ("result_size=many", "result_size must be an integer"),
        (f"keywords={'(' * 17}a", "keywords nest deeper than 16 parentheses"),
        ("page_number=0&result_size=x", "page_number must be at least 1; result_size must be an integer"),
    ],
)
def test_names_every_filter_that_cannot_be_understood(seen_yard: Yard, query: str, message: str) -> None:
    answer = seen_yard.client().get(f"/inventory/search/*/*/*?{query}")

    assert answer.status_code == 400
    assert answer.json() == {"error": {"code": "INVALID", "message": message}}


@pytest.mark.parametrize("path", ["/inventory/search/*/*", "/inventory/search//*/*", "/inventory/search/*/*/", "/x"])
def test_an_incomplete_path_is_unknown(seen_yard: Yard, path: str) -> None:
    answer = seen_yard.client().get(path)

    assert answer.status_code == 404
    assert answer.json() == {"error": {"code": "NOT_FOUND", "message": "There is nothing at this address."}}


def test_a_part_type_whose_number_is_the_name_of_another_is_told_by_its_name(sqlite_yard: Yard) -> None:
    yard = sqlite_yard
    with yard.app.database.read() as tx:
        number = catalog.find_name(tx, NameKind.PART_TYPE, "Axle Assembly")
    fed = FedItem("odd", description=Description(part_name=str(number)))
    yard.app.database.write(TESTER, lambda tx: inventory.put_items(tx, yard.stores["denver"], [fed]))
    index_everything(yard.app)
    client = yard.client()

    suggested = client.get("/inventory/search/*/*/*?show_suggested=1").json()["suggested_part_types"]
    listed = client.get("/inventory/available/part_types").json()

    assert ids(yard, f"{number}/*/*") == ["odd"]
    assert [each["part_type_id"] for each in suggested if each["part_name"] == "Axle Assembly"] == ["Axle Assembly"]
    assert [each["part_types_id"] for each in listed if not isinstance(each["part_types_id"], int)] == ["Axle Assembly"]


def test_any_number_of_categories_is_looked_up_at_once(seen_yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    with seen_yard.app.database.read() as tx:
        number = catalog.find_name(tx, NameKind.CATEGORY, "CORE")
    words = ",".join([f"X{at}" for at in range(900)] + ["1e3", "\u0663", "9" * 20, f"0{number}", "new"])
    calls: list[str] = []

    def count(module: ModuleType, name: str) -> None:
        real = getattr(module, name)

        def counted(*given: object) -> object:
            calls.append(name)
            return real(*given)

        monkeypatch.setattr(module, name, counted)

    count(catalog, "find_names")
    count(catalog, "list_names")
    count(aliases, "names_called")

    assert ids(seen_yard, f"*/*/*?category={words}") == ["4", "5"]
    assert calls == ["find_names", "list_names"]
