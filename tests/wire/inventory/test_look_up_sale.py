"""GET and HEAD /sale/lookup: one order behind five contracts, told of as a sales document."""

import json
from decimal import Decimal

import pytest

from partscounter.domain import orders
from partscounter.domain.orders import Channel, DraftLine, LinePrice, Order, OrderDraft
from partscounter_contracts.inventory import sale_examples
from tests.make.access import emitted
from tests.make.counter import TESTER
from tests.make.fulfilment import make_update, take
from tests.make.yard import Yard, make_user

ENGINE = {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "003896"}
PRINTED = sale_examples.SALE_CREATE | {"line_items": [sale_examples.SALE_CREATE["line_items"][0] | ENGINE]}
NAMED = {
    "vendor_id": 7001,
    "vendor_store": 1,
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "vendor_part_name": "ENGINE",
    "year": "2014",
    "vehicle_make": "PETERBILT",
    "vehicle_model": "579",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
}


def sell(yard: Yard, cart: dict[str, object] = PRINTED) -> int:
    """The transaction id of the cart sold."""
    created = yard.client().post("/sale/create", json=cart).json()
    assert created["errors"] == []
    return int(created["online_transaction_id"])


def order_of(yard: Yard, transaction_id: int) -> Order:
    with yard.app.database.read() as tx:
        return orders.list_orders_of_cart(tx, transaction_id)[0]


def look_up(yard: Yard, **query: object) -> dict[str, object]:
    answer = yard.client().get("/sale/lookup", params={"vendor_id": 7001, **query})  # type: ignore[dict-item]
    assert answer.status_code == 200, answer.text
    document: dict[str, object] = answer.json()
    return document


def test_tells_of_the_document_in_exactly_these_words(yard: Yard) -> None:
    transaction_id = sell(yard)

    document = look_up(yard, online_transaction_id=transaction_id)

    address = sale_examples.SALE_DOCUMENT["billing_address"]
    assert document == {
        "vendor_id": 7001,
        "vendor_store": 1,
        "vendor_salesdocument_id": order_of(yard, transaction_id).id,
        "salesdocument_date": "2026-08-14",
        "document_is_void": False,
        "document_is_closed": False,
        "date_created": "2026-03-02",
        "date_closed": "",
        "shipping_tracking_number": "",
        "purchase_order_number": "PO-1007",
        "truck_number": "",
        "online_transaction_id": transaction_id,
        "subtotal": "14000.00",
        "total_tax": "0.00",
        "comments": "",
        "adjustments": [],
        "user_id": 1,
        "billing_address": address,
        "shipping_address": address,
        "line_items": [
            {
                **NAMED,
                "sales_document_lineitem_type": "inventory",
                "description": "Engine Assembly",
                "vin": "",
                "price": "12500.00",
                "returnable": False,
                "days_to_return": "",
                "adjustments": [
                    {
                        "name": "Shipping",
                        "description": "",
                        "amount": "100.00",
                        "is_taxable": False,
                        "is_subtotal_adjustment": False,
                    }
                ],
                "child_line_items": [
                    {
                        **NAMED,
                        "sales_document_lineitem_type": "core",
                        "description": "Core charge",
                        "vin": "",
                        "price": "1500.00",
                        "returnable": True,
                        "days_to_return": "",
                        "adjustments": [],
                    }
                ],
            }
        ],
    }


def test_the_number_of_the_document_finds_the_same(yard: Yard) -> None:
    transaction_id = sell(yard)
    order = order_of(yard, transaction_id)

    by_number = look_up(yard, vendor_store=1, vendor_salesdocument_id=order.id)

    assert by_number == look_up(yard, online_transaction_id=transaction_id)


def test_head_tells_it_in_a_header_without_lines(yard: Yard) -> None:
    address = PRINTED["billing_address"] | {"contact": "Zoë Łukasz"}
    transaction_id = sell(yard, PRINTED | {"billing_address": address})
    query = f"vendor_id=7001&online_transaction_id={transaction_id}"

    head = yard.client().head(f"/sale/lookup?{query}")
    whole = yard.client().get(f"/sale/lookup?{query}").json()

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["x-result"].isascii()
    assert ": " not in head.headers["x-result"]
    del whole["purchase_order_number"], whole["line_items"]
    assert json.loads(head.headers["x-result"]) == whole | {"adjustments": []}
    assert yard.client("webshop-xml").head(f"/sale/lookup?{query}").headers["x-result"] == head.headers["x-result"]
    missing = yard.client().head("/sale/lookup?vendor_id=7001&online_transaction_id=0")
    assert (missing.status_code, missing.content) == (404, b"")


def test_of_several_stores_the_first_answers_unless_another_is_named(yard: Yard) -> None:
    omaha = {"vendor_id": 7001, "vendor_store": 2, "vendor_inventory_id": 2}
    denver = {"vendor_id": 7002, "vendor_store": 1, "vendor_inventory_id": 1}
    transaction_id = sell(yard, {"line_items": [denver, omaha, ENGINE]})

    assert look_up(yard, online_transaction_id=transaction_id)["vendor_store"] == 1
    second = look_up(yard, online_transaction_id=transaction_id, vendor_store=2)
    assert second["vendor_store"] == 2
    named = second["vendor_salesdocument_id"]
    assert look_up(yard, online_transaction_id=transaction_id, vendor_salesdocument_id=named) == second
    west = look_up(yard, online_transaction_id=transaction_id, vendor_id=7002)
    assert (west["vendor_id"], west["subtotal"], west["total_tax"]) == (7002, "11000.00", "1100.00")


def test_the_price_of_a_line_is_that_of_all_its_units(yard: Yard) -> None:
    line = {**ENGINE, "vendor_inventory_id": 4, "quantity": 3}
    document = look_up(yard, online_transaction_id=sell(yard, {"line_items": [line]}))

    assert document["subtotal"] == "9000.00"
    assert [each["price"] for each in document["line_items"]] == ["9000.00"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sold_on", ["0001-01-01", "0999-12-31", "9999-12-31"])
def test_a_day_has_four_digits_of_year(sqlite_yard: Yard, sold_on: str) -> None:
    transaction_id = sell(sqlite_yard, {"line_items": [ENGINE], "sale_date": f"{sold_on} 10:00"})

    document = look_up(sqlite_yard, online_transaction_id=transaction_id)

    assert (document["salesdocument_date"], document["date_created"]) == (sold_on, "2026-03-02")


def test_shows_how_the_dealer_got_on(yard: Yard) -> None:
    transaction_id = sell(yard)
    order = order_of(yard, transaction_id)

    take(yard.app.database, make_update(order, "OH", ("E1001", 1)))
    held = look_up(yard, online_transaction_id=transaction_id)
    assert (held["comments"], held["document_is_closed"]) == ("2026-03-02: On hold", False)

    take(yard.app.database, make_update(order, "FS", ("E1001", 1), tracking_id="1Z999"))
    shipped = look_up(yard, online_transaction_id=transaction_id)
    assert shipped["shipping_tracking_number"] == "1Z999"
    assert (shipped["document_is_closed"], shipped["date_closed"]) == (True, "2026-03-02")
    assert shipped["document_is_void"] is False


def test_a_cancelled_document_is_void(yard: Yard) -> None:
    transaction_id = sell(yard)
    take(yard.app.database, make_update(order_of(yard, transaction_id), "OC", ("E1001", 1)))

    document = look_up(yard, online_transaction_id=transaction_id)

    assert (document["document_is_void"], document["document_is_closed"]) == (True, True)
    assert yard.item("lincoln", "003896").available == 1


def test_tells_of_an_order_that_came_in_by_another_door(yard: Yard) -> None:
    price = LinePrice(each=Decimal(7), list=Decimal(7))
    draft = OrderDraft(
        dealer_id=yard.north.id,
        store_id=yard.stores["omaha"].id,
        currency="USD",
        channel=Channel.PARTS_ORDERS,
        lines=(DraftLine(code="1R-1808", quantity=2, price=price, description="Oil filter"),),
    )
    order = yard.app.database.write(TESTER, lambda tx: orders.place_order(tx, draft))

    document = look_up(yard, vendor_store=2, vendor_salesdocument_id=order.id)

    assert (document["online_transaction_id"], document["user_id"], document["subtotal"]) == ("", "", "14.00")
    (line,) = document["line_items"]  # type: ignore[misc]
    assert (line["vendor_sku"], line["vendor_inventory_id"], line["sales_document_lineitem_type"]) == (
        "1R-1808",
        "",
        "part",
    )


@pytest.mark.parametrize(
    "query",
    [
        "vendor_id=7001&online_transaction_id=999",
        "vendor_id=7001&online_transaction_id=words",
        "vendor_id=7001&online_transaction_id=99999999999999999999999",
        "vendor_id=7002&online_transaction_id={transaction}",
        "vendor_id=4711&online_transaction_id={transaction}",
        "vendor_id=7001&vendor_store=2&online_transaction_id={transaction}",
        "vendor_id=7001&vendor_salesdocument_id=999&online_transaction_id={transaction}",
        "vendor_id=7001&vendor_salesdocument_id=words&online_transaction_id={transaction}",
        "vendor_id=7001&vendor_store=2&vendor_salesdocument_id={order}",
        "vendor_id=7002&vendor_store=1&vendor_salesdocument_id={order}",
        "vendor_id=7001&vendor_store=9&vendor_salesdocument_id={order}",
    ],
)
def test_what_is_another_vendors_or_stores_is_unknown(sqlite_yard: Yard, query: str) -> None:
    transaction_id = sell(sqlite_yard)
    named = query.format(transaction=transaction_id, order=order_of(sqlite_yard, transaction_id).id)

    answer = sqlite_yard.client().get(f"/sale/lookup?{named}")

    assert answer.status_code == 404
    assert answer.json() == {"error": {"code": "NOT_FOUND", "message": "There is no such sales document."}}


def test_who_may_not_sell_for_a_vendor_may_not_read_its_documents(sqlite_yard: Yard) -> None:
    make_user(sqlite_yard.app.database, "looker", all_dealers=True)
    transaction_id = sell(sqlite_yard)
    before = emitted(sqlite_yard.app.database)

    seen = sqlite_yard.client("looker").get(f"/sale/lookup?vendor_id=7001&online_transaction_id={transaction_id}")
    unseen = sqlite_yard.client("narrow").get(f"/sale/lookup?vendor_id=7001&online_transaction_id={transaction_id}")

    assert (seen.status_code, seen.json()) == (
        403,
        {"error": {"code": "FORBIDDEN", "message": "You may not look up sales documents of this vendor."}},
    )
    assert unseen.status_code == 404
    assert emitted(sqlite_yard.app.database) == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "",
            "vendor_id is required; online_transaction_id or vendor_store and vendor_salesdocument_id are required",
        ),
        (
            "vendor_id=7001",
            "online_transaction_id or vendor_store and vendor_salesdocument_id are required",
        ),
        ("vendor_id=7001&vendor_salesdocument_id=1", "vendor_store is required with vendor_salesdocument_id"),
        ("online_transaction_id=1", "vendor_id is required"),
    ],
)
def test_names_what_is_missing(seen_yard: Yard, query: str, message: str) -> None:
    answer = seen_yard.client().get(f"/sale/lookup?{query}")

    assert answer.status_code == 400
    assert answer.json() == {"error": {"code": "INVALID", "message": message}}
