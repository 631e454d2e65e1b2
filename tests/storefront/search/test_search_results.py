"""The shop's search: what is found and why, for whom, at what price; narrowing it; and what an empty one leaves."""

import re
from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import customer_templates
from partscounter.domain.accounts import Role
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasRow
from partscounter.domain.leads.empty_searches import SearchedWords
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser, make_account
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_yard

BUYER = "bea@customer.example"
_TITLE = re.compile(r'<h2><a href="/shop/items/\d+">([^<]+)</a>')
_FACET = re.compile(r'<li><a href="/shop/search\?([^"]+)">[^<]+</a> <span class="quiet">(\d+)</span>')
_PRICE = re.compile(r'<p class="price">([^<]+)</p>')
ENGINES = ["Engine Assembly CUMMINS ISX 2012", "Engine Assembly CUMMINS ISX 2015", "Engine Assembly PETERBILT 579 2014"]


@pytest.fixture
def yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    return make_yard(sqlite_database, clock, tmp_path)


@pytest.fixture
def visitor(yard: Yard) -> Browser:
    return browser(build_asgi(yard.app))


def titles(page: str) -> list[str]:
    return _TITLE.findall(page)


def facets(page: str) -> dict[str, int]:
    return {query: int(count) for query, count in _FACET.findall(page)}


def sign_in_customer(yard: Yard, visitor: Browser) -> None:
    """Bea, whose end-user id is 1."""
    with yard.app.database.read() as tx:
        from_books = tx.connection.exec_driver_sql("SELECT id FROM customers").scalar_one()
    make_account(yard.app.database, Role.CUSTOMER, BUYER, customer_id=from_books)
    visitor.sign_in(BUYER)


def give_dealer_default(yard: Yard) -> None:
    """North Yard takes a tenth off for every customer, hides what is used up, and shows no more than two."""
    steps = {
        "pricing": [{"name": "Dealer", "rounding": 1, "steps": [{"percent_off": 10}]}],
        "availability": [{"name": "Dealer", "steps": [{"category": "CORE", "hidden": True}]}],
        "quantity": [{"name": "Dealer", "steps": [{"cap": 2}]}],
    }

    def give(tx: object) -> None:
        customer_templates.put_templates(tx, customer_templates.check_templates(steps, "test"))  # type: ignore[arg-type]
        customer_templates.set_dealer_defaults(tx, {yard.north.id: "Dealer"})  # type: ignore[arg-type]

    yard.app.database.write(TESTER, give)


def test_a_part_number_is_found_by_its_middle_and_the_page_says_where_it_stands(visitor: Browser) -> None:
    page = visitor.get("/shop/search", params={"q": "1808"}).text

    assert titles(page) == ["Transmission Assembly FULLER RTLO-18913A"]
    assert '<span class="quiet">OEM number</span> TM-<mark>1808</mark>.X' in page


def test_a_visitor_sees_what_is_on_offer_of_every_vendor_and_nothing_of_a_seller_without_a_vendor_id(
    visitor: Browser,
) -> None:
    page = visitor.get("/shop/search", params={"type": "engine-assembly"}).text

    assert titles(page) == ["Engine Assembly CUMMINS ISX 2014", *ENGINES]  # the first is yellow iron
    assert _PRICE.findall(page) == ["$3.00", "$9,000.00", "$11,000.00", "$12,500.00"]
    assert "plus $1,500.00 core charge" in page
    assert "4 parts found" in page


def test_names_narrow_with_exact_counts_and_a_chosen_one_can_be_taken_back(visitor: Browser) -> None:
    everything = visitor.get("/shop/search").text
    narrowed = visitor.get("/shop/search", params={"type": "Engine Assembly", "make": "CUMMINS"}).text

    assert facets(everything)["type=Engine+Assembly"] == 4
    assert facets(everything)["vendor=7001"] == 6
    assert facets(narrowed) == {
        "type=Engine+Assembly&amp;make=CUMMINS&amp;model=ISX": 4,
        "type=Engine+Assembly&amp;make=CUMMINS&amp;model=579": 1,
        "type=Engine+Assembly&amp;make=CUMMINS&amp;condition=USED": 3,
        "type=Engine+Assembly&amp;make=CUMMINS&amp;condition=REMANUFACTURED": 1,
        "type=Engine+Assembly&amp;make=CUMMINS&amp;vendor=7001": 3,
        "type=Engine+Assembly&amp;make=CUMMINS&amp;vendor=7002": 1,
    }
    assert '<a class="chip" href="/shop/search?type=Engine+Assembly">Make: CUMMINS' in narrowed


def test_names_that_aliases_make_one_are_counted_once(yard: Yard, visitor: Browser) -> None:
    yard.app.database.write(
        TESTER, lambda tx: aliases.put_aliases(tx, [AliasRow(NameKind.MAKE, "PETERBILT", "CUMMINS")])
    )

    page = visitor.get("/shop/search").text

    assert facets(page)["make=CUMMINS"] == 4  # one of them is of both makes
    assert "make=PETERBILT" not in facets(page)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"year_from": "2014", "year_to": "2014", "vendor": "7001", "q": "warranty"}, [ENGINES[2]]),
        ({"vendor": "7002"}, [ENGINES[1]]),
        ({"vendor": "9999"}, []),
        ({"type": "Engine Assembly", "price_from": "9000", "price_to": "11000,00"}, ENGINES[:2]),
        ({"condition": "remanufactured"}, [ENGINES[1]]),
        ({"model": "nothing is called so"}, []),
    ],
)
def test_filters_stand_in_the_address(visitor: Browser, asked: dict[str, str], found: list[str]) -> None:
    assert titles(visitor.get("/shop/search", params=asked).text) == found


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("price", "Engine Assembly CUMMINS ISX 2014"),
        ("price-down", ENGINES[2]),
        ("year-down", ENGINES[1]),
        ("nonsense", "Engine Assembly CUMMINS ISX 2014"),
    ],
)
def test_sorting(visitor: Browser, sort: str, first: str) -> None:
    page = visitor.get("/shop/search", params={"type": "Engine Assembly", "sort": sort}).text

    assert titles(page)[0] == first


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("year_from", "94", "A year has four digits."),
        ("price_to", "-1", "This is no amount."),
        ("q", "(" * 17 + "a", "use fewer parentheses"),
    ],
)
def test_a_field_that_cannot_be_read_is_named_and_filters_nothing(
    visitor: Browser, field: str, text: str, message: str
) -> None:
    answer = visitor.get("/shop/search", params={field: text, "type": "Engine Assembly"})

    assert answer.status_code == 400
    assert message in answer.text
    assert "4 parts found" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_page_beyond_the_last_leads_back(visitor: Browser) -> None:
    answer = visitor.get("/shop/search", params={"type": "Engine Assembly", "page": "7"})

    assert answer.status_code == 200
    assert '<a href="/shop/search?type=Engine+Assembly">To the first page</a>' in answer.text


def test_a_result_goes_into_the_cart_by_a_form_and_one_without_a_price_does_not(visitor: Browser, yard: Yard) -> None:
    engine, axle = yard.item("lincoln", "003896"), yard.item("lincoln", "5")

    page = visitor.get("/shop/search").text

    assert 'action="/shop/cart/add"><input type="hidden" name="form_key"' in page
    assert f'<input type="hidden" name="item" value="{engine.id}">' in page
    assert f'<input type="hidden" name="item" value="{axle.id}">' not in page
    assert f'href="/shop/items/{axle.id}#ask"' in page


def test_photos_are_shown_by_https_and_of_this_host_only(visitor: Browser) -> None:
    answer = visitor.get("/shop/search", params={"model": "579"})

    assert 'src="https://img.example/1.jpg"' in answer.text
    assert "img-src 'self' https: data:" in answer.headers["content-security-policy"]
    assert "img-src 'self' data:" in visitor.get("/shop").headers["content-security-policy"]


def test_a_customer_sees_the_terms_that_a_dealer_gives_to_all(visitor: Browser, yard: Yard) -> None:
    give_dealer_default(yard)
    before = visitor.get("/shop/search", params={"vendor": "7001"}).text
    sign_in_customer(yard, visitor)

    page = visitor.get("/shop/search", params={"vendor": "7001"}).text

    assert len(titles(before)) == 6
    assert len(titles(page)) == 5  # without the core
    assert _PRICE.findall(page) == ["$3.00", "$450.00", "$2,700.00", "$8,100.00", "$11,250.00"]
    assert "2 available" in page
    assert "5 available" not in page


def test_a_customer_filters_by_what_the_customer_pays(visitor: Browser, yard: Yard) -> None:
    give_dealer_default(yard)
    sign_in_customer(yard, visitor)

    def found(**asked: str) -> list[str]:
        return _PRICE.findall(visitor.get("/shop/search", params=asked).text)

    assert found(price_from="8100", price_to="8100") == ["$8,100.00"]
    assert found(price_from="8100.01") == ["$11,000.00", "$11,250.00"]
    assert found(price_to="2700") == ["$3.00", "$450.00", "$2,700.00"]


def test_a_search_that_finds_nothing_is_counted_as_a_lost_sale_and_offers_to_request_the_part(
    visitor: Browser, yard: Yard
) -> None:
    page = visitor.get("/shop/search", params={"q": "99-88-77", "make": "CUMMINS", "year_from": "2014"}).text

    assert "Nothing in stock fits this search" in page
    assert 'href="/shop/wants/new?number=99-88-77&amp;make=CUMMINS&amp;year=2014"' in page
    assert yard.app.empty_searches.take() == {SearchedWords(make="cummins", keywords="99-88-77"): 1}


def test_a_search_that_finds_something_is_not_counted(visitor: Browser, yard: Yard) -> None:
    visitor.get("/shop/search", params={"q": "engine"})
    visitor.get("/shop/search", params={"q": "engine", "page": "9"})

    assert yard.app.empty_searches.take() == {}


def test_the_front_page_shows_what_there_is_most_of(visitor: Browser) -> None:
    page = visitor.get("/shop").text

    assert "7 parts in stock." in page
    assert facets(page)["type=Engine+Assembly"] == 4
    assert facets(page)["make=CUMMINS"] == 4
