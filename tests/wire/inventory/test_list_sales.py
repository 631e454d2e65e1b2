"""GET /sale/list: sales documents by customer, vendor, date and approval."""

import xml.etree.ElementTree as ET
from functools import partial

import pytest

from partscounter.domain import sales
from partscounter.domain.approvals import Approval, Side
from partscounter_contracts.inventory import SaleListEntry, sale_examples
from tests.make.counter import TESTER
from tests.make.fulfilment import make_update, take
from tests.make.yard import Yard, make_user
from tests.wire.inventory.test_look_up_sale import PRINTED, look_up, order_of, sell

TRANSMISSION = {"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": "4"}
DENVER = {"vendor_id": 7002, "vendor_store": 1, "vendor_inventory_id": "1"}


def list_sales(yard: Yard, user: str = "webshop", **query: object) -> list[dict[str, object]]:
    answer = yard.client(user).get("/sale/list", params=query)  # type: ignore[arg-type]  # texts and numbers
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()
    return found


def cart(line: dict[str, object], **facts: object) -> dict[str, object]:
    return {"line_items": [line], **facts}


def ids(found: list[dict[str, object]]) -> list[object]:
    return [each["online_transaction_id"] for each in found]


def test_tells_of_each_document_what_the_lookup_tells(yard: Yard) -> None:
    transaction_id = sell(yard)

    (entry,) = list_sales(yard)

    document = look_up(yard, online_transaction_id=transaction_id)
    assert list(entry) == list(SaleListEntry.__struct_fields__) == list(sale_examples.SALE_LIST_ENTRY)
    assert {name: document[name] for name in entry if name in document} == {
        name: value for name, value in entry.items() if not name.endswith("_status")
    }
    assert (entry["vendor_status"], entry["customer_status"]) == ("pending", "approved")
    assert (entry["subtotal"], entry["purchase_order_number"], entry["user_id"]) == ("14000.00", "PO-1007", 1)


def test_nothing_sold_is_an_empty_list(sqlite_yard: Yard) -> None:
    assert list_sales(sqlite_yard) == []
    assert sqlite_yard.client("webshop-xml").get("/sale/list").text.endswith("<response></response>")


def test_the_newest_stand_first_over_several_pages(sqlite_yard: Yard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partscounter.wire.inventory.list_documents._DOCUMENTS_AT_ONCE", 2)
    sold = [sell(sqlite_yard, cart(TRANSMISSION)) for _ in range(5)]

    assert ids(list_sales(sqlite_yard)) == sold[::-1]


def test_each_filter_leaves_what_it_names(yard: Yard) -> None:
    bea = sell(yard, cart(TRANSMISSION, user_id=1, sale_date="2026-02-10 23:59"))
    guest = sell(yard, cart(TRANSMISSION, user_id="guest-7", sale_date="2026-02-11 00:00"))
    west = sell(yard, cart(DENVER, user_id=1, sale_date="2026-03-01 12:00"))
    yard.app.database.write(
        TESTER,
        partial(sales.decide, order_id=order_of(yard, bea).id, side=Side.VENDOR, decision=Approval.APPROVED, by=""),
    )

    assert ids(list_sales(yard)) == [west, guest, bea]
    assert ids(list_sales(yard, vendor_id=7002)) == [west]
    assert ids(list_sales(yard, userid="guest-7")) == [guest]
    # West does not know Bea: the cart does.
    assert ids(list_sales(yard, userid=1)) == ids(list_sales(yard, user_id=1)) == [west, bea]
    assert ids(list_sales(yard, userid=1, user_id=1, vendor_id=7001)) == [bea]
    assert list_sales(yard, userid="nobody") == []
    assert ids(list_sales(yard, date_range="2026-02-10,2026-02-10")) == [bea]
    assert ids(list_sales(yard, date_range="2026-02-11,2026-03-01")) == [west, guest]
    assert ids(list_sales(yard, date_range=",2026-02-11")) == [guest, bea]
    assert ids(list_sales(yard, date_range="2026-02-11,")) == [west, guest]
    assert ids(list_sales(yard, date_range="2026-02-11,9999-12-31")) == [west, guest]
    assert list_sales(yard, date_range="2026-03-01,2026-02-01") == []
    assert ids(list_sales(yard, vendor_status="approved")) == [bea]
    assert ids(list_sales(yard, vendor_status="pending")) == [west, guest]
    assert list_sales(yard, customer_status="rejected") == []
    assert ids(list_sales(yard, customer_status="approved", vendor_status="approved")) == [bea]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("vendor_status=perhaps", "vendor_status must be one of pending, approved, rejected"),
        ("customer_status=Approved", "customer_status must be one of pending, approved, rejected"),
        ("date_range=2026-02-01", "date_range must be two days"),
        ("date_range=2026-02-01,2026-02-30", "date_range must be two days"),
        ("date_range=20260201,20260202", "date_range must be two days"),
        ("date_range=1,2,3", "date_range must be two days"),
        ("userid=1&user_id=2", "user_id must not differ from userid"),
    ],
)
def test_what_cannot_be_read_is_named(sqlite_yard: Yard, query: str, message: str) -> None:
    answer = sqlite_yard.client().get(f"/sale/list?{query}")

    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(message)


def test_only_vendors_that_sell_through_the_user_are_told_of(sqlite_yard: Yard) -> None:
    north, west = sell(sqlite_yard, cart(TRANSMISSION)), sell(sqlite_yard, cart(DENVER))
    make_user(sqlite_yard.app.database, "northern", options={"sells_for": "7001"}, all_dealers=True)

    assert ids(list_sales(sqlite_yard)) == [west, north]
    assert ids(list_sales(sqlite_yard, "northern")) == [north]
    assert list_sales(sqlite_yard, "narrow") == []
    assert sqlite_yard.client("northern").get("/sale/list?vendor_id=7002").status_code == 403
    assert sqlite_yard.client("narrow").get("/sale/list?vendor_id=7001").status_code == 404
    assert sqlite_yard.client().get("/sale/list?vendor_id=9999").status_code == 404


def test_shipping_counts_as_the_vendors_consent(yard: Yard) -> None:
    order = order_of(yard, sell(yard))
    take(yard.app.database, make_update(order, "FS", ("E1001", 1), tracking_id="1Z1"))

    (entry,) = list_sales(yard)

    assert (entry["vendor_status"], entry["document_is_closed"]) == ("approved", True)
    assert entry["shipping_tracking_number"] == "1Z1"


def test_xml_users_read_elements_named_sale(sqlite_yard: Yard) -> None:
    first, second = sell(sqlite_yard), sell(sqlite_yard, cart(TRANSMISSION))

    root = ET.fromstring(sqlite_yard.client("webshop-xml").get("/sale/list").text)  # noqa: S314 - our own answer

    assert [each.findtext("online_transaction_id") for each in root.findall("sale")] == [str(second), str(first)]
    assert root.findtext("sale/customer_status") == "approved"


def test_cannot_be_written_to(sqlite_yard: Yard) -> None:
    assert sqlite_yard.client().post("/sale/list", json=PRINTED).status_code == 405
    assert sqlite_yard.client().head("/sale/list").content == b""
