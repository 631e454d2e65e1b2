"""PUT and POST /sale/create."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from partscounter.domain import orders
from partscounter.domain.orders import Channel, Order
from partscounter.kit.clock import FixedClock
from partscounter_contracts.inventory import sale_examples
from tests.make.access import emitted
from tests.make.app import index_everything
from tests.make.yard import Yard, make_user

WHOLE = "line_items[0].quantity must be an integer or null, not a {}"
PLAIN = "must be a plain decimal number, such as 12.50"
SHIPPING = "must be Pick-Up or Will Call, Fastest or Expedited, Cheapest or Standard"
ENGINE = {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "003896"}
PRINTED = sale_examples.SALE_CREATE | {"line_items": [sale_examples.SALE_CREATE["line_items"][0] | ENGINE]}


def cart(*lines: Mapping[str, object], **more: object) -> dict[str, object]:
    return {"line_items": list(lines), **more}


def orders_of(yard: Yard, transaction_id: int) -> list[Order]:
    with yard.app.database.read() as tx:
        return orders.list_orders_of_cart(tx, transaction_id)


def error(code: str, message: str, **item: object) -> dict[str, object]:
    named = {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": ""} | item
    return {"item": named, "error": {"code": code, "message": message}}


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_sells_the_printed_cart(yard: Yard, method: str) -> None:
    answer = yard.client().request(method, "/sale/create", json=PRINTED)

    assert answer.status_code == 200
    created = answer.json()
    assert created == {
        "online_transaction_id": created["online_transaction_id"],
        "created": "2026-03-02 09:30:00",
        "errors": [],
    }
    (order,) = orders_of(yard, created["online_transaction_id"])
    assert order.channel is Channel.SALE
    assert order.placed_at == datetime(2026, 8, 14, 10, 30, tzinfo=UTC)
    assert (order.terms.reference, order.terms.shipping_method, order.terms.notes) == (
        "PO-1007",
        "Pick-Up",
        "Call before loading",
    )
    assert order.number.startswith("6385-")
    assert (order.bill_to.company, order.bill_to.fax, order.ship_to.street) == (
        "Company Ltd.",
        "123-4567891",
        "Narrow street 1",
    )
    assert (order.contact.name, order.contact.email) == ("Cate ContactPerson", "cate.contactperson@company.com")
    (line,) = order.lines
    assert (line.code, line.price.each, line.price.core, line.price.shipping, line.tax) == (
        "E1001",
        12500,
        1500,
        100,
        0,
    )
    assert yard.item("lincoln", "003896").available == 0


def test_a_sold_item_is_gone_from_details_and_from_the_next_search(yard: Yard) -> None:
    client = yard.client()
    client.post("/sale/create", json=cart(ENGINE))
    index_everything(yard.app)

    assert client.get("/inventory/details/7001/1/003896").status_code == 404
    assert client.get("/inventory/search/*/PETERBILT/*").json()["total_results"] == 0


def test_what_is_null_is_not_given(yard: Yard) -> None:
    unsaid = dict.fromkeys(("quantity", "price", "core_price", "shipping_price", "tax_price", "vendor_sku"))
    rest = dict.fromkeys(("sale_date", "sale_total", "user_id", "shipping_method", "comments", "po_number"))

    answer = yard.client().post("/sale/create", json=cart(ENGINE | unsaid, **rest, shipping_address=None))

    assert (answer.status_code, answer.json()["errors"]) == (200, [])
    (order,) = orders_of(yard, answer.json()["online_transaction_id"])
    assert [(line.quantity, line.price.each, line.price.core) for line in order.lines] == [(1, 12500, 1500)]


def test_good_lines_go_through_and_every_other_line_says_why(yard: Yard) -> None:
    make_user(yard.app.database, "half", options={"sells_for": "7001"}, all_dealers=True)

    answer = yard.client("half").post(
        "/sale/create",
        json=cart(
            {"vendor_id": 7001, "vendor_store": "1", "vendor_inventory_id": 4, "quantity": 2},
            {"vendor_id": 7002, "vendor_store": 1, "vendor_inventory_id": 1},
            {"vendor_id": 4711, "vendor_store": 1, "vendor_inventory_id": 1},
            {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "none"},
            {"vendor_id": 7001, "vendor_store": 1},
            {"vendor_id": 7001, "vendor_store": 1, "vendor_sku": "E1001"},
            {"vendor_id": 7001, "vendor_store_id": 1, "vendor_inventory_id": "sold"},
            {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": 4, "quantity": 4},
            {"vendor_id": 7001, "vendor_store": 2, "vendor_sku": "E1002"},
            {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "yellow"},
        ),
    )

    assert answer.status_code == 200
    forbidden = ("ERR_FORBIDDEN_VENDOR", "You may not create sales documents for this vendor")
    not_found = ("ERR_NOT_FOUND", "There is no such item")
    not_unique = (
        "ERR_NOT_UNIQUE",
        "More than one item matches; name vendor_id, vendor_store and vendor_inventory_id",
    )
    gone = ("ERR_NOT_AVAILABLE", "The item is no longer available")
    assert answer.json()["errors"] == [
        error(*forbidden, vendor_id=7002, vendor_inventory_id=1),
        error(*forbidden, vendor_id=4711, vendor_inventory_id=1),
        error(*not_found, vendor_inventory_id="none"),
        error(*not_found),
        error(*not_unique),
        error(*gone, vendor_inventory_id="sold"),
        error(*gone, vendor_inventory_id=4),
        error(*not_found, vendor_inventory_id="yellow"),
    ]
    lincoln, omaha = orders_of(yard, answer.json()["online_transaction_id"])
    assert [(line.code, line.quantity, line.price.each) for line in lincoln.lines] == [("T4", 2, Decimal(3000))]
    assert [(line.code, line.quantity) for line in omaha.lines] == [("E1002", 1)]
    assert yard.item("denver", "1").available == 1


@pytest.mark.parametrize("user", ["webshop", "narrow"])
def test_a_cart_of_which_nothing_can_be_sold_has_no_transaction(yard: Yard, user: str) -> None:
    line = {"vendor_id": 7002, "vendor_store": 1, "vendor_inventory_id": "1", "quantity": 2}
    before = emitted(yard.app.database)

    answer = yard.client(user).post("/sale/create", json=cart(line))

    assert answer.status_code == 200
    assert answer.json()["online_transaction_id"] is None
    expected = "ERR_NOT_AVAILABLE" if user == "webshop" else "ERR_FORBIDDEN_VENDOR"
    assert [each["error"]["code"] for each in answer.json()["errors"]] == [expected]
    assert yard.item("denver", "1").available == 1
    assert emitted(yard.app.database) == before


def test_a_price_that_nobody_named_is_nothing(yard: Yard) -> None:
    answer = yard.client().post("/sale/create", json=cart({**ENGINE, "vendor_inventory_id": 5}))

    (order,) = orders_of(yard, answer.json()["online_transaction_id"])
    assert order.total == 0


def test_an_unknown_end_user_is_no_reason_to_refuse(yard: Yard) -> None:
    created = yard.client().post("/sale/create", json=cart(ENGINE, user_id="stranger")).json()

    (order,) = orders_of(yard, created["online_transaction_id"])
    assert order.customer_id is None
    document = yard.client().get(
        f"/sale/lookup?vendor_id=7001&online_transaction_id={created['online_transaction_id']}"
    )
    assert document.json()["user_id"] == "stranger"


def test_the_same_key_and_cart_are_sold_once(yard: Yard) -> None:
    client = yard.client()
    body = cart({**ENGINE, "vendor_inventory_id": "4"})

    first = client.post("/sale/create", json=body, headers={"Idempotency-Key": "k1"})
    again = client.put("/sale/create", json=body, headers={"Idempotency-Key": "k1"})
    other = client.post("/sale/create", json=cart(ENGINE), headers={"Idempotency-Key": "k1"})
    elsewhere = yard.client("webshop-xml").post("/sale/create", json=body, headers={"Idempotency-Key": "k1"})
    unkeyed = client.post("/sale/create", json=body)

    assert again.content == first.content
    assert other.status_code == 422
    assert other.json() == {
        "error": {
            "code": "IDEMPOTENCY_KEY_REUSED",
            "message": "The idempotency key 'k1' was used before with another body.",
        }
    }
    assert elsewhere.status_code == 200
    assert unkeyed.json()["online_transaction_id"] != first.json()["online_transaction_id"]
    assert yard.item("lincoln", "4").available == 2
    assert yard.item("lincoln", "003896").available == 1


def test_one_unit_in_many_carts_at_once_is_sold_once(yard: Yard) -> None:
    def buy(_: int) -> dict[str, object]:
        answer: dict[str, object] = yard.client().post("/sale/create", json=cart(ENGINE)).json()
        return answer

    with ThreadPoolExecutor(max_workers=8) as buyers:
        answers = list(buyers.map(buy, range(8)))

    assert [each["online_transaction_id"] is None for each in answers].count(False) == 1
    assert yard.item("lincoln", "003896").available == 0


@pytest.mark.parametrize("name", ["Will Call", "PICK-UP", "expedited", "Fastest", "cheapest", "STANDARD"])
def test_takes_both_names_of_a_shipping_method_in_any_case(sqlite_yard: Yard, name: str) -> None:
    created = sqlite_yard.client().post("/sale/create", json=cart(ENGINE, shipping_method=name)).json()

    (order,) = orders_of(sqlite_yard, created["online_transaction_id"])
    assert order.terms.shipping_method == {"w": "Pick-Up", "p": "Pick-Up", "e": "Fastest", "f": "Fastest"}.get(
        name[0].lower(), "Cheapest"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"po_number": "x" * 21}, "po_number must have at most 20 characters"),
        (
            {"shipping_method": "Drone"},
            f"shipping_method {SHIPPING}",
        ),
        (
            {"sale_date": "2026-02-30 10:00"},
            "sale_date must be a date and time that exists, such as 2026-03-02 09:30:00",
        ),
        ({"sale_total": "1.005"}, "sale_total must be an amount with at most two decimal places"),
        ({"sale_total": "NaN"}, f"sale_total {PLAIN}"),
        ({"line_items": [ENGINE | {"price": "1_000"}]}, f"line_items[0].price {PLAIN}"),
        ({"line_items": [ENGINE | {"tax_price": "1e3"}]}, f"line_items[0].tax_price {PLAIN}"),
        ({"line_items": [ENGINE | {"core_price": "\u0661"}]}, f"line_items[0].core_price {PLAIN}"),
        ({"line_items": [ENGINE | {"price": -1}]}, "line_items[0].price must be at least 0"),
        ({"line_items": [ENGINE | {"tax_price": "1,50"}]}, "line_items[0].tax_price must be a decimal number"),
        ({"line_items": [ENGINE | {"quantity": 0}]}, "line_items[0].quantity must be at least 1"),
        ({"line_items": [ENGINE | {"quantity": 1.5}]}, WHOLE.format("number")),
        ({"line_items": [ENGINE | {"quantity": "1"}]}, WHOLE.format("string")),
        ({"line_items": []}, "line_items must have at least 1 entries"),
        ({"line_items": [{"quantity": 1}]}, "line_items[0].vendor_id is required"),
        (
            {"po_number": "x" * 21, "line_items": [ENGINE | {"quantity": 0}]},
            "po_number must have at most 20 characters; line_items[0].quantity must be at least 1",
        ),
        (
            {"shipping_method": "Drone", "sale_total": -1},
            f"shipping_method {SHIPPING}; sale_total must be at least 0",
        ),
    ],
)
def test_names_every_wrong_field_and_creates_nothing(
    sqlite_yard: Yard, change: dict[str, object], message: str
) -> None:
    before = emitted(sqlite_yard.app.database)

    answer = sqlite_yard.client().post("/sale/create", json=PRINTED | change)

    assert answer.status_code == 400
    assert answer.json() == {"error": {"code": "INVALID", "message": message}}
    assert emitted(sqlite_yard.app.database) == before
    assert sqlite_yard.item("lincoln", "003896").available == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "MALFORMED"),
        (b"{", 400, "MALFORMED"),
        (b"\xff", 400, "MALFORMED"),
        (b"[]", 400, "INVALID"),
        (b'"text"', 400, "INVALID"),
        (b'{"line_items": "none"}', 400, "INVALID"),
        (b" " * 1_048_577, 413, "TOO_LARGE"),
    ],
)
def test_a_body_that_is_no_cart_is_refused_in_the_same_shape(
    sqlite_yard: Yard, body: bytes, status: int, code: str
) -> None:
    answer = sqlite_yard.client().post("/sale/create", content=body)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert set(answer.json()["error"]) == {"code", "message"}


def test_a_key_of_more_than_thirty_days_ago_is_a_new_one(sqlite_yard: Yard, clock: FixedClock) -> None:
    client = sqlite_yard.client()
    body = cart({**ENGINE, "vendor_inventory_id": "4"})

    def sell() -> object:
        answer = client.post("/sale/create", json=body, headers={"Idempotency-Key": "k1"})
        return answer.json()["online_transaction_id"]

    first = sell()
    clock.advance(timedelta(days=30))
    assert sell() == first

    clock.advance(timedelta(seconds=1))
    assert sell() != first


def test_two_keys_are_refused(sqlite_yard: Yard) -> None:
    keys = [("Idempotency-Key", "k1"), ("Idempotency-Key", "k1")]

    answer = sqlite_yard.client().post("/sale/create", json=PRINTED, headers=keys)

    assert answer.status_code == 400
    assert answer.json() == {"error": {"code": "INVALID", "message": "Idempotency-Key must be sent once only"}}
    assert sqlite_yard.item("lincoln", "003896").available == 1


def test_a_key_may_not_be_endless(sqlite_yard: Yard) -> None:
    answer = sqlite_yard.client().post("/sale/create", json=PRINTED, headers={"Idempotency-Key": "k" * 201})

    assert answer.json() == {
        "error": {"code": "INVALID", "message": "Idempotency-Key must have at most 200 characters"}
    }
    assert sqlite_yard.item("lincoln", "003896").available == 1


def test_xml_users_send_json_and_are_answered_in_xml(sqlite_yard: Yard) -> None:
    answer = sqlite_yard.client("webshop-xml").post(
        "/sale/create", json=cart({"vendor_id": 4711, "vendor_store": 1, "vendor_inventory_id": 1})
    )

    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<response><online_transaction_id></online_transaction_id>'
        "<created>2026-03-02 09:30:00</created><errors><error><item><vendor_id>4711</vendor_id>"
        "<vendor_store>1</vendor_store><vendor_inventory_id>1</vendor_inventory_id></item>"
        "<error><code>ERR_FORBIDDEN_VENDOR</code>"
        "<message>You may not create sales documents for this vendor</message></error></error></errors></response>"
    )
