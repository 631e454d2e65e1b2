"""Each client against the demo world, through the program's own doors."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import httpx
import msgspec
import pytest

import partscounter_client
from partscounter_client import (
    Inventory,
    OrderExport,
    OrderTracking,
    PartsOrders,
    QRAssociations,
    Refused,
    Stock,
    UnreadableAnswer,
)
from partscounter_client.order_export import Resubmissions, resubmissions, superseded
from partscounter_contracts import inventory, order_tracking, parts_orders
from partscounter_contracts.inventory import SaleAddress, SaleCreate, SaleLineItem
from partscounter_contracts.order_export import receipt_of
from partscounter_contracts.order_tracking import TrackingUpdate
from partscounter_contracts.parts_orders import PartsOrder, PartsOrder202Response, PartsOrderCreateRequest
from partscounter_contracts.stock import BatchLine, ItemFields, Op
from tests.make.demo import open_demo
from tests.make.web import BASE_URL, InProcess


@pytest.fixture(scope="module")
def transport(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[httpx.BaseTransport]:
    with open_demo(tmp_path_factory.mktemp("demo"), sqlite_template) as (_, app):
        yield InProcess(app)


def parts_client(transport: httpx.BaseTransport, store: str = "sample") -> PartsOrders:
    return PartsOrders(BASE_URL, "sample", store, "sample-demo", "sample-demo-secret", transport=transport)


def printed_order() -> PartsOrderCreateRequest:
    return msgspec.convert(parts_orders.examples.CREATE_REQUEST, PartsOrderCreateRequest)


def test_places_an_order_and_asks_how_it_stands(transport: httpx.BaseTransport) -> None:
    with parts_client(transport) as client:
        placed = client.create(printed_order(), idempotency_key="k1")
        again = client.create(printed_order(), idempotency_key="k1")

        assert isinstance(placed, PartsOrder)
        assert again == placed
        assert client.get(placed.parts_order_id).order_status == "CONFIRMED"


def test_gets_only_an_id_from_an_asynchronous_store(transport: httpx.BaseTransport) -> None:
    with parts_client(transport, "async") as client:
        assert isinstance(client.create(printed_order()), PartsOrder202Response)


def test_asks_for_a_part(transport: httpx.BaseTransport) -> None:
    with parts_client(transport) as client:
        assert client.part("S7654321").part_code == 7654321
        assert client.price_availability("S7654321").list_price.net_value == 100
        assert [part.part_id for part in client.find_parts(part_code="1R1808").parts] == ["CAT1R-1808"]
        assert [brand.brand_code for brand in client.brands().brands] == ["CAT", "S"]


def test_posts_an_update_and_names_what_was_refused(transport: httpx.BaseTransport) -> None:
    update = msgspec.convert(order_tracking.examples.CURL, TrackingUpdate)
    with OrderTracking(BASE_URL, "td00-demo", "td00-demo-secret", transport=transport) as client:
        client.post(update)

        with pytest.raises(Refused) as refused:
            client.post(msgspec.structs.replace(update, document_number="NONE"))

    assert refused.value.status == 400
    assert refused.value.body == {
        "code": "190",
        "error": "INVALID_DOCUMENT_NUMBER",
        "description": "Document number is not valid",
    }


def test_finds_the_machine_of_a_scanned_text(transport: httpx.BaseTransport) -> None:
    with QRAssociations(BASE_URL, "td00-demo", "td00-demo-secret", transport=transport) as client:
        assert client.get("HTTPS://QR.EXAMPLE/JD81N5L8RV1NKDL").serial_number == "2MJ23425"


def test_fetches_and_marks_orders(transport: httpx.BaseTransport) -> None:
    with OrderExport(BASE_URL, "demo", "admin", "admin-demo", transport=transport) as client:
        waiting = client.new_orders()
        marked = client.mark_received(["XYZ-123", "NONE"])

        assert superseded(waiting) == {356509}
        assert (marked["XYZ-123"].success, marked["NONE"].success) == (True, False)
        assert client.order(117159).order_number == "6385-020915-17"
        assert "XYZ-123" not in {order.order_number for order in client.new_orders()}


def test_a_puller_proves_that_it_lost_nothing(transport: httpx.BaseTransport) -> None:
    with OrderExport(BASE_URL, "demo", "admin", "admin-demo", consumer="erp", transport=transport) as client:
        client.register_consumer("erp", with_past=True)
        held = [order.order_number for order in client.new_orders()]
        client.mark_received(held[:1])

        assert client.receipt() == receipt_of(held[1:])
        assert [(each.name, each.waiting) for each in client.consumers()] == [("erp", len(held) - 1)]


def test_a_resubmission_is_shown_for_review(transport: httpx.BaseTransport) -> None:
    with OrderExport(BASE_URL, "demo", "admin", "admin-demo", transport=transport) as client:
        waiting = client.new_orders()
    [found] = resubmissions(waiting)
    other = msgspec.structs.replace(found.newest.items[0], item_code="OTHER")
    replaced = msgspec.structs.replace(found.newest, items=[other])

    assert [order.id for order in found.orders] == [356509, 378430]
    assert not found.may_be_new_order
    assert Resubmissions((found.orders[0], replaced)).may_be_new_order


def test_searches_every_page_and_buys(transport: httpx.BaseTransport) -> None:
    address = SaleAddress(
        contact="A",
        email="a@b.example",
        street="s",
        city="c",
        state="NE",
        postal_code="1",
        country="US",
        phone_number="1",
    )
    with Inventory(BASE_URL, "webshop", "webshop-demo", transport=transport) as client:
        engines = list(client.search_all("Engine Assembly", "CUMMINS", "ISX", vendor=7001, result_size=2))
        item = engines[0]
        line = SaleLineItem(
            vendor_id=item.vendor.vendor_id,
            vendor_store=item.vendor.vendor_store,
            vendor_inventory_id=item.vendor_inventory_id,
        )
        sale = client.create_sale(SaleCreate(line_items=[line], billing_address=address, shipping_address=address))

        assert len(engines) == 4
        assert sale.errors == []
        assert sale.online_transaction_id is not None
        assert client.find_sale(7001, sale.online_transaction_id).document_is_closed is False
        assert client.details("7001", "4", "000001").vehicle_make == "CUMMINS"
        assert inventory.AvailablePartType in {type(each) for each in client.part_types()}


def test_fetches_a_new_token_when_the_old_one_is_refused() -> None:
    tokens = iter(["stale", "fresh"])

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/as/"):
            return httpx.Response(200, json={"access_token": next(tokens), "expires_in": "3600"})
        good = request.headers["authorization"] == "Bearer fresh"
        return httpx.Response(200 if good else 401, json={} if good else {"code": "403"})

    with QRAssociations(BASE_URL, "id", "secret", transport=httpx.MockTransport(answer)) as client:
        with pytest.raises(UnreadableAnswer):
            client.get("JD81N5L8RV1NKDL")
        assert next(tokens, None) is None


def test_shows_nothing_but_its_face() -> None:
    assert sorted(partscounter_client.__all__) == [
        "ClientError",
        "Inventory",
        "OrderExport",
        "OrderTracking",
        "PartsOrders",
        "QRAssociations",
        "Refused",
        "Stock",
        "UnreadableAnswer",
    ]


def test_keeps_stock_up_to_date(transport: httpx.BaseTransport) -> None:
    with Stock(BASE_URL, "7001", "1", "yard", "yard-demo", transport=transport) as client:
        made = client.put("C/1", ItemFields(part_type="Hood", price=Decimal("12.50")))
        cheaper = client.patch("C/1", ItemFields(price=Decimal(9)), if_match=made.etag)
        with pytest.raises(Refused) as stale:
            client.patch("C/1", ItemFields(price=Decimal(8)), if_match=made.etag)
        line = BatchLine(op=Op.DELETE, vendor_id="7001", vendor_store="1", vendor_inventory_id="C/1")
        results = client.change([line, line])

    assert (made.item.price, cheaper.item.price, stale.value.status) == (Decimal("12.5"), Decimal(9), 412)
    assert [result.status for result in results] == [204, 204]
