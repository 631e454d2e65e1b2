"""The list of stock: search, exact numbers, what cannot be bought, and whose stock it is."""

import pytest

from partscounter.domain import inventory
from partscounter.domain.inventory import Description, FedItem
from tests.make.counter import TESTER, stock_item
from tests.make.stock_desk import OPERATOR, StockDesk

LIST = "/portal/inventory"


def test_the_clerk_sees_the_own_dealers_items_only(desk: StockDesk) -> None:
    page = desk.signed_in().get(LIST).text

    assert "1 item on offer" in page
    assert f'href="/portal/inventory/{desk.item_id}"' in page
    assert f'href="/portal/inventory/{desk.foreign_id}"' not in page


def test_an_operator_sees_the_items_of_all_dealers(desk: StockDesk) -> None:
    page = desk.signed_in(OPERATOR).get(LIST).text

    assert "2 items on offer" in page


@pytest.mark.parametrize("text", ["S 7654321", "s-7654321", "765-4321", "T1"])
def test_a_number_in_any_spelling_comes_first(desk: StockDesk, text: str) -> None:
    stock_item(desk.app.database, desk.mine, inventory_id="2", part_code="76543219")
    desk.index()

    page = desk.signed_in().get(LIST, params={"q": text}).text

    exact, _, rest = page.partition("on offer</h2>")
    assert "Called exactly" in exact
    assert f"/portal/inventory/{desk.item_id}" in exact
    assert f"/portal/inventory/{desk.item_id}" not in rest


def test_an_exact_number_is_found_off_offer_too(desk: StockDesk) -> None:
    _put(desk, FedItem("9", brand_code="S", part_code="111222", listed=False))
    desk.index()

    page = desk.signed_in().get(LIST, params={"q": "S111222"}).text

    assert "Called exactly" in page
    assert "Off offer" in page
    assert "0 items on offer" in page


def test_what_is_off_offer_and_what_is_gone_have_lists_of_their_own(desk: StockDesk) -> None:
    _put(
        desk,
        FedItem("9", tag_number="HIDDEN", listed=False, description=Description(part_name="Hood")),
        FedItem("10", tag_number="GONE", quantity=0, description=Description(part_name="Hood")),
    )
    clerk = desk.signed_in()

    off, none = clerk.get(f"{LIST}?show=off").text, clerk.get(f"{LIST}?show=none").text

    assert ("HIDDEN" in off, "GONE" in off) == (True, False)
    assert ("HIDDEN" in none, "GONE" in none) == (False, True)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=oil filter", True),
        ("type=Oil Filter&make=cat", True),
        ("make=Mack", False),
        ("type=no such thing", False),
        ("dealer=999", False),
        ("store=999", False),
        ("dealer=x&page=0&sort=odd&show=odd", True),
    ],
)
def test_filters_stand_in_the_address(desk: StockDesk, query: str, found: bool) -> None:
    page = desk.signed_in().get(f"{LIST}?{query}").text

    assert (f"/portal/inventory/{desk.item_id}" in page) is found


def test_a_foreign_dealer_in_the_address_opens_nothing(desk: StockDesk) -> None:
    clerk = desk.signed_in()

    for show in ("", "off", "none"):
        page = clerk.get(f"{LIST}?dealer={desk.other.dealer.id}&show={show}").text
        assert f"/portal/inventory/{desk.foreign_id}" not in page


def test_many_items_are_paged(desk: StockDesk) -> None:
    _put(desk, *(FedItem(str(number), tag_number=f"N{number}") for number in range(10, 110)))
    desk.index()
    clerk = desk.signed_in()

    first, last = clerk.get(LIST).text, clerk.get(f"{LIST}?page=3").text

    assert "101 items on offer" in first
    assert (first.count('<th scope="row">'), last.count('<th scope="row">')) == (50, 1)
    assert ('rel="next"' in first, 'rel="prev"' in first) == (True, False)
    assert ('rel="next"' in last, 'rel="prev"' in last) == (False, True)


def test_what_is_off_offer_is_paged_by_key(desk: StockDesk) -> None:
    _put(desk, *(FedItem(str(number), tag_number=f"N{number}", listed=False) for number in range(10, 70)))
    clerk = desk.signed_in()

    first = clerk.get(f"{LIST}?show=off").text
    following = first.partition('<nav class="pages"')[2].partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    second = clerk.get(f"{LIST}{following}").text

    assert (first.count('<th scope="row">'), second.count('<th scope="row">')) == (50, 10)


def test_keywords_beyond_measure_are_refused(desk: StockDesk) -> None:
    answer = desk.signed_in().get(LIST, params={"q": "x" * 2001})

    assert answer.status_code == 400
    assert "Keywords are longer than 2000 characters." in answer.text


def _put(desk: StockDesk, *fed: FedItem) -> None:
    desk.app.database.write(TESTER, lambda tx: inventory.put_items(tx, desk.mine.store, fed))
