"""`distance_from_end_user`: searches of an end user whose place is known are by distance from there."""

import pytest

from partscounter.database import WriteTx
from partscounter.domain import customers
from partscounter.domain.access import OptionValue
from partscounter.kit.address import PostalAddress
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_user

OMAHA = PostalAddress(city="Omaha", state="NE", postal_code="68102", country="US")
DENVER = PostalAddress(city="Denver", state="CO")
LONDON = PostalAddress(city="London", postal_code="SW1A 1AA", country="GB")

BY_PRICE = ["6", "4", "2", "1", "003896", "5"]
FROM_OMAHA = ["2", "6", "4", "003896", "5", "1"]
FROM_DENVER = ["1", "6", "4", "003896", "5", "2"]


def with_customers(yard: Yard, **options: OptionValue) -> Yard:
    """End users in Omaha and Denver, one abroad, and one of another dealer."""
    places = {"omaha": OMAHA, "denver": DENVER, "london": LONDON}

    def register(tx: WriteTx) -> None:
        for userid, address in places.items():
            customers.register_customer(tx, dealer_id=yard.west.id, userid=userid, invoice_address=address)
        customers.register_customer(tx, dealer_id=yard.north.id, userid="stranger", invoice_address=OMAHA)

    yard.app.database.write(TESTER, register)
    make_user(yard.app.database, "near", options={"distance_from_end_user": True, **options}, all_dealers=True)
    return yard


def ids(yard: Yard, query: str, user: str = "near") -> list[str]:
    results = yard.client(user).get(f"/inventory/search/*/*/*?{query}").json()["results"]
    return [str(each["vendor_inventory_id"]) for each in results]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("userid=omaha", FROM_OMAHA),
        ("userid=denver", FROM_DENVER),
        ("userid=omaha&sort_order=desc", ["1", "6", "4", "003896", "5", "2"]),
        ("userid=omaha&sort_column=price", BY_PRICE),
        ("userid=omaha&zipcode=80202", FROM_DENVER),
        ("userid=omaha&zipcode=", BY_PRICE),
        ("userid=omaha&distance=1", FROM_OMAHA),
        ("userid=london", BY_PRICE),
        ("userid=nobody", BY_PRICE),
        ("", BY_PRICE),
    ],
)
def test_a_search_begins_where_its_end_user_is(sqlite_yard: Yard, query: str, found: list[str]) -> None:
    assert ids(with_customers(sqlite_yard), query) == found


def test_each_item_tells_how_far_it_is(sqlite_yard: Yard) -> None:
    client = with_customers(sqlite_yard).client("near")

    results = client.get("/inventory/search/Engine%20Assembly/*/*?userid=omaha").json()["results"]

    assert [each["distance"] for each in results] == [0, 49, 487.3]


def test_nothing_changes_for_a_user_who_has_not_set_it(sqlite_yard: Yard) -> None:
    assert ids(with_customers(sqlite_yard), "userid=omaha", "webshop") == BY_PRICE


def test_a_zipcode_among_the_users_own_filters_goes_before(sqlite_yard: Yard) -> None:
    assert ids(with_customers(sqlite_yard, filters="zipcode=80202"), "userid=omaha") == FROM_DENVER


def test_a_customer_of_a_dealer_that_the_user_does_not_see_has_no_place(sqlite_yard: Yard) -> None:
    yard = with_customers(sqlite_yard)
    make_user(yard.app.database, "narrow-near", options={"distance_from_end_user": True}, dealer_ids=[yard.west.id])
    client = yard.client("narrow-near")

    assert [
        client.get(f"/inventory/search/*/*/*?userid={userid}").json()["results"][0]["distance"]
        for userid in ("denver", "stranger")
    ] == [1.1, ""]


def test_everything_at_once_begins_there_too(sqlite_yard: Yard) -> None:
    assert ids(with_customers(sqlite_yard), "userid=omaha&result_size=all") == FROM_OMAHA
