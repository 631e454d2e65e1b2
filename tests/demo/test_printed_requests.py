"""Every request that the five documents print, of the operations that stand, works as printed in the demo world."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from partscounter_contracts import order_tracking, parts_orders, qr_associations
from tests.make.demo import open_demo
from tests.make.web import client


@pytest.fixture
def web(tmp_path: Path, sqlite_template: Path) -> Iterator[httpx.Client]:
    with open_demo(tmp_path, sqlite_template) as (_, app):
        yield client(app)


def cat_token(web: httpx.Client) -> dict[str, str]:
    form = {"grant_type": "client_credentials", "client_id": "td00-demo", "client_secret": "td00-demo-secret"}
    answer = web.post("/as/token.oauth2", data=form).json()
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3600)
    return {"Authorization": f"Bearer {answer['access_token']}"}


def keyloop_token(web: httpx.Client) -> dict[str, str]:
    form = {"grant_type": "client_credentials", "client_id": "sample-demo", "client_secret": "sample-demo-secret"}
    answer = web.post("/oauth/client_credential/accesstoken", data=form).json()
    return {"Authorization": f"Bearer {answer['access_token']}"}


@pytest.mark.parametrize("name", ["CURL", "DELIVERY", "PICKUP"])
def test_order_tracking_takes_the_printed_update(web: httpx.Client, name: str) -> None:
    body = getattr(order_tracking.examples, name)

    answer = web.post("/eCommerce/orderTracking/v3/tracking?storeId=21801", json=body, headers=cat_token(web))

    assert (answer.status_code, answer.content) == (204, b"")


def test_order_export_lists_and_marks_the_printed_orders(web: httpx.Client) -> None:
    admin = httpx.BasicAuth("admin", "admin-demo")
    address = "/demo/ext/v2/orders/new_orders"

    before = web.get(address, auth=admin).json()
    marked = web.post(address, content='[ "XYZ-123", "XYZ-124" ]', auth=admin).json()
    after = web.get(address, auth=admin).json()

    assert (before["status"], before["error"]) == ("success", None)
    assert marked == {
        "status": "success",
        "error": None,
        "data": {"XYZ-123": {"success": True}, "XYZ-124": {"success": True}},
    }
    numbers = [[order["order_number"] for order in answer["data"]] for answer in (before, after)]
    assert set(numbers[0]) - set(numbers[1]) == {"XYZ-123", "XYZ-124"}


def test_order_export_shows_the_order_that_was_submitted_twice(web: httpx.Client) -> None:
    orders = web.get("/demo/ext/v2/orders/new_orders", auth=("admin", "admin-demo")).json()["data"]

    twice = [
        (order["order_number"], order["id"])
        for order in orders
        if order["uuid"] == "631F4C43-361B-4385-A1EC-7D214B5B4EBE"
    ]
    assert twice == [("6385-031318-392", 356509), ("6385-031318-392-1", 378430)]


def test_order_export_gives_the_single_order(web: httpx.Client) -> None:
    answer = web.get("/demo/ext/v2/orders/117159.json", auth=("admin", "admin-demo"))

    assert (answer.status_code, answer.json()["id"]) == (200, 117159)


def test_inventory_finds_the_printed_engines_by_distance(web: httpx.Client) -> None:
    address = "/inventory/search/Engine%20Assembly/CUMMINS/ISX?year_range=2013,2015&zipcode=68503&distance=100"

    answer = web.get(address, auth=("webshop", "webshop-demo")).json()

    found = [(item["year"], item["vendor"]["city"], item["distance"]) for item in answer["results"]]
    assert (answer["total_results"], answer["total_pages"]) == (3, 1)
    assert found == [("2013", "Lincoln", 0), ("2014", "Lincoln", 0), ("2015", "Omaha", 49)]


def test_qr_associations_answer_the_sample(web: httpx.Client) -> None:
    answer = web.get(
        "/catDigital/qrCodeAssociations/external/v1/qrCodeAssociations/JD81N5L8RV1NKDL",
        headers=cat_token(web) | {"accept": "application/json"},
    )

    assert answer.status_code == 200
    assert answer.json() == qr_associations.examples.ASSOCIATION


def test_parts_orders_place_the_printed_order_and_give_it_back(web: httpx.Client) -> None:
    token = keyloop_token(web)

    placed = web.post("/sample/sample/v1/parts-orders", json=parts_orders.examples.CREATE_REQUEST, headers=token)
    order = placed.json()["partsOrderId"]
    read = web.get(f"/sample/sample/v1/parts-orders/{order}", headers=token)

    assert (placed.status_code, read.status_code) == (201, 200)
    assert read.json() == placed.json()
    assert (read.json()["orderStatus"], read.json()["parts"][0]["partsOrderLineStatus"]) == ("CONFIRMED", "RESERVED")


def test_inventory_tells_the_tree_of_the_web_shops_words(web: httpx.Client) -> None:
    shop = httpx.BasicAuth("webshop", "webshop-demo")

    top = web.get("/inventory/functiongroup?category=powertrain", auth=shop).json()
    beneath = web.get("/inventory/functiongroup?parent=200", auth=shop).json()
    types = web.get("/inventory/mappingtypes/Engines", auth=shop).json()

    assert [(each["function_group_id"], each["function_grup_name"]) for each in top] == [
        (400, "Cooling and Fuel"),
        (200, "Powertrain"),
    ]
    assert [each["function_group_id"] for each in beneath] == [211, 210, 220]
    assert [each["part_name"] for each in types] == ["Engine Assembly"]
    engines = web.get("/inventory/search/210/*/*", auth=shop).json()
    assert (
        engines["total_results"]
        == web.get("/inventory/search/Engine%20Assembly/*/*", auth=shop).json()["total_results"]
    )


def test_inventory_feeds_every_item_once(web: httpx.Client) -> None:
    shop = httpx.BasicAuth("webshop", "webshop-demo")

    feed = web.get("/inventory/feed", auth=shop).json()

    found = web.get("/inventory/search/*/*/*", auth=shop).json()["total_results"]
    assert feed["total_results"] == len(feed["results"]) == found
