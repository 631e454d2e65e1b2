"""What a `userid` changes: prices, what is hidden, and how many units there are, in every answer and in sales."""

from decimal import Decimal

import pytest

from partscounter.database import WriteTx
from partscounter.domain import customer_templates, orders
from partscounter.domain.access import Product, find_credential
from partscounter.domain.customer_templates import TemplateType
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_user

FLEET = {
    "pricing": [
        {
            "name": "Fleet",
            "rounding": 1,
            "steps": [{"part_type": "ENGINE-ASSEMBLY", "percent_off": 50}, {"vendor": "7001", "amount_off": 100}],
        }
    ],
    "availability": [{"name": "Fleet", "steps": [{"category": "core", "hidden": True}]}],
    "quantity": [{"name": "Fleet", "steps": [{"category": "NEW", "cap": 2}, {"category": "USED", "hidden": True}]}],
}
RETAIL = [("6", "500.00"), ("4", "3000.00"), ("2", "9000.00"), ("1", "11000.00"), ("003896", "12500.00"), ("5", "")]
PAID = [("6", "400.00"), ("4", "2900.00"), ("2", "4500.00"), ("1", "5500.00"), ("003896", "6250.00")]


def with_fleet(yard: Yard, userid: str = "1", *users: str) -> Yard:
    """The end user of `webshop`, and of `users`, has "Fleet" in every type."""

    def put(tx: WriteTx) -> None:
        customer_templates.put_templates(tx, customer_templates.check_templates(FLEET, "test"))
        for name in ("webshop", *users):
            user = find_credential(tx, Product.INVENTORY, name)
            assert user is not None
            customer_templates.assign_template(
                tx, credential_id=user.id, userid=userid, types=tuple(TemplateType), name="Fleet"
            )

    yard.app.database.write(TESTER, put)
    return yard


def found(yard: Yard, query: str, user: str = "webshop", path: str = "*/*/*") -> list[tuple[str, str]]:
    answer = yard.client(user).get(f"/inventory/search/{path}?{query}")
    assert answer.status_code == 200, answer.text
    rows = answer.json()["results"]
    assert answer.json()["total_results"] == len(rows)
    return [(str(row["vendor_inventory_id"]), row["price"]) for row in rows]


def test_a_search_hides_prices_and_sorts_for_the_end_user(yard: Yard) -> None:
    with_fleet(yard)

    assert found(yard, "") == RETAIL
    assert found(yard, "userid=1") == PAID
    assert found(yard, "userid=1&sort_order=desc") == PAID[::-1]
    assert found(yard, "userid=1&zipcode=68503&store=7001:1") == [PAID[0], PAID[1], PAID[4]]
    assert found(yard, "userid=somebody") == RETAIL
    assert found(yard, "userid=1", user="narrow") == [RETAIL[3]]


def test_pages_follow_the_price_that_is_paid(sqlite_yard: Yard) -> None:
    client = with_fleet(sqlite_yard).client()

    pages = [
        client.get(f"/inventory/search/*/*/*?userid=1&result_size=2&page_number={number}").json()
        for number in range(1, 5)
    ]

    assert {(page["total_results"], page["total_pages"]) for page in pages} == {(5, 3)}
    assert [row["price"] for page in pages for row in page["results"]] == [price for _, price in PAID]
    everything = client.get("/inventory/search/*/*/*?userid=1&result_size=all").json()
    assert [row["price"] for row in everything["results"]] == [price for _, price in PAID]


def test_what_is_hidden_is_in_no_count_or_list(sqlite_yard: Yard) -> None:
    client = with_fleet(sqlite_yard).client()

    suggested = client.get("/inventory/search/*/*/*?userid=1&show_suggested=true").json()["suggested_part_types"]
    everybody = client.get("/inventory/available/part_types").json()
    fleet = client.get("/inventory/available/part_types?userid=1").json()

    assert "Axle Assembly" not in [each["part_name"] for each in suggested]
    assert {each["part_type_name"] for each in everybody} - {each["part_type_name"] for each in fleet} == {
        "Axle Assembly"
    }


def test_details_are_the_end_users(yard: Yard) -> None:
    client = with_fleet(yard).client()

    def shown(item: str, userid: str) -> tuple[str, object]:
        details = client.get(f"/inventory/details/7001/1/{item}?userid={userid}").json()
        return details["price"], details["available_quantity"]

    assert (shown("003896", ""), shown("003896", "1")) == (("12500.00", 1), ("6250.00", ""))
    assert (shown("4", "2"), shown("4", "1")) == (("3000.00", 5), ("2900.00", 2))
    assert client.get("/inventory/details/7001/1/5").status_code == 200
    assert client.get("/inventory/details/7001/1/5?userid=1").status_code == 404
    assert client.get(f"/inventory/details/7001/1/4?userid={'1' * 201}").status_code == 400


def test_the_feed_and_the_parts_of_a_vehicle_are_the_end_users(sqlite_yard: Yard) -> None:
    client = with_fleet(sqlite_yard).client()

    everybody, fleet = (client.get(f"/inventory/feed?userid={userid}").json() for userid in ("2", "1"))
    parts = client.get("/inventory/wholeunitparts/7001/1/W77?userid=1").json()

    assert (everybody["total_results"], fleet["total_results"]) == (6, 5)
    assert sorted(row["price"] for row in fleet["results"]) == sorted(price for _, price in PAID)
    assert fleet["results"][0]["item_hash"] != everybody["results"][0]["item_hash"]
    assert [part["price"] for part in parts] == ["6250.00", "2900.00"]


def test_a_sale_is_at_the_end_users_price_and_within_what_is_shown(yard: Yard) -> None:
    client = with_fleet(yard).client()
    line = {"vendor_id": 7001, "vendor_store": 1}
    lines = [
        line | {"vendor_inventory_id": "003896"},
        line | {"vendor_inventory_id": "4", "quantity": 2},
        line | {"vendor_inventory_id": "4"},
        line | {"vendor_inventory_id": "5"},
        line | {"vendor_inventory_id": "6", "price": "333.33"},
    ]

    created = client.post("/sale/create", json={"user_id": 1, "line_items": lines}).json()

    assert [(each["item"]["vendor_inventory_id"], each["error"]["code"]) for each in created["errors"]] == [
        ("4", "ERR_NOT_AVAILABLE"),
        ("5", "ERR_NOT_FOUND"),
    ]
    with yard.app.database.read() as tx:
        (order,) = orders.list_orders_of_cart(tx, created["online_transaction_id"])
    assert [(each.code, each.quantity, each.price.each, each.price.list) for each in order.lines] == [
        ("E1001", 1, Decimal(6250), Decimal(12500)),
        ("T4", 2, Decimal(2900), Decimal(3000)),
        ("E1001", 1, Decimal("333.33"), Decimal(500)),
    ]
    assert (yard.item("lincoln", "4").available, yard.item("lincoln", "5").available) == (3, 1)


def test_an_api_users_default_is_for_everybody_without_a_template_of_the_type(sqlite_yard: Yard) -> None:
    with_fleet(sqlite_yard)
    make_user(sqlite_yard.app.database, "fleet-shop", options={"default_template": "Fleet"}, all_dealers=True)

    assert found(sqlite_yard, "", user="fleet-shop") == PAID
    assert found(sqlite_yard, "userid=77", user="fleet-shop") == PAID

    half = {"pricing": [{"name": "Half", "steps": [{"percent_off": 50}]}]}
    rules = customer_templates.check_templates(half, "test")
    sqlite_yard.app.database.write(TESTER, lambda tx: customer_templates.put_templates(tx, rules))
    sqlite_yard.client("fleet-shop").put("/enduser/templates/pricing?userid=77&template=Half")

    assert found(sqlite_yard, "userid=77", user="fleet-shop") == [
        ("6", "250.00"),
        ("4", "1500.00"),
        ("2", "4500.00"),
        ("1", "5500.00"),
        ("003896", "6250.00"),
    ]


def test_a_dealers_default_is_for_its_items_and_for_end_users_who_are_named(yard: Yard) -> None:
    with_fleet(yard)

    def set_default(tx: WriteTx, name: str) -> bool:
        return customer_templates.set_dealer_defaults(tx, {yard.north.id: name})

    assert yard.app.database.write(TESTER, lambda tx: set_default(tx, "Fleet"))
    assert not yard.app.database.write(TESTER, lambda tx: set_default(tx, "Fleet"))
    with pytest.raises(customer_templates.UnknownTemplate):
        yard.app.database.write(TESTER, lambda tx: set_default(tx, "Nobody"))

    assert found(yard, "userid=somebody") == [PAID[0], PAID[1], PAID[2], PAID[4], RETAIL[3]]
    assert found(yard, "userid=1") == PAID
    assert found(yard, "") == RETAIL
