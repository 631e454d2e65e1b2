"""The feed: all that a user sees, cut short, as one answer whose total is the number of its items."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from partscounter.domain.inventory import Description, FedItem, put_items
from partscounter.wire.inventory.app import build_api
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.web import client
from tests.make.yard import ENGINE, LINCOLN, Yard, basic

FEED = "/inventory/feed"
SHOWN = {
    "type": "USED",
    "vendor": LINCOLN,
    "part_name": "Engine Assembly",
    "make_model": "PETERBILT 579",
    "year": "2014",
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
    "price": "12500.00",
    "coreprice": "1500.00",
    "condition": "A",
    "details_uri": "http://counter.example/inventory/details/7001/1/003896",
    "images": "https://img.example/1.jpg",
}


def feed(yard: Yard, user: str = "webshop", query: str = "") -> dict[str, dict[str, object]]:
    """The items by vendor and id; the total is checked on the way."""
    answer = yard.client(user).get(f"{FEED}{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    body = answer.json()
    assert list(body) == ["total_results", "results"]
    assert body["total_results"] == len(body["results"])
    return {f"{each['vendor']['vendor_id']}:{each['vendor_inventory_id']}": each for each in body["results"]}


def test_has_every_item_the_user_sees_and_no_other(yard: Yard) -> None:
    assert set(feed(yard)) == {"7001:003896", "7001:2", "7001:4", "7001:5", "7001:6", "7002:1"}
    assert set(feed(yard, "narrow")) == {"7002:1"}


def test_shows_an_item_in_exactly_these_words(seen_yard: Yard) -> None:
    shown = feed(seen_yard)["7001:003896"]

    assert {name: value for name, value in shown.items() if name != "item_hash"} == SHOWN
    assert len(str(shown["item_hash"])) == 32


def test_an_item_without_images_has_none(seen_yard: Yard) -> None:
    assert feed(seen_yard)["7001:4"]["images"] == ""


def test_the_answer_to_an_xml_user_says_the_same(seen_yard: Yard) -> None:
    answer = seen_yard.client("webshop-xml").get(FEED)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml")
    root = ET.fromstring(answer.text)  # noqa: S314 - our own answer
    assert root.findtext("total_results") == "6"
    items = root.findall("results/result")
    assert len(items) == 6
    engine = next(each for each in items if each.findtext("vendor_inventory_id") == "003896")
    assert engine.findtext("item_hash") == feed(seen_yard)["7001:003896"]["item_hash"]
    assert engine.findtext("images") == "https://img.example/1.jpg"


def test_the_end_user_stands_in_the_addresses_and_not_in_the_hash(seen_yard: Yard) -> None:
    plain, of_one = feed(seen_yard)["7001:003896"], feed(seen_yard, query="?userid=1")["7001:003896"]

    assert of_one["details_uri"] == "http://counter.example/inventory/details/7001/1/003896?userid=1"
    assert of_one["item_hash"] == plain["item_hash"]


def test_the_hash_is_the_same_on_another_host_and_for_another_user(seen_yard: Yard) -> None:
    elsewhere = client(build_api(seen_yard.app).asgi, authorization=basic("narrow"))
    elsewhere.headers["host"] = "other.example"

    (there,) = elsewhere.get(FEED).json()["results"]

    assert there["details_uri"] == "http://other.example/inventory/details/7002/1/1"
    assert there["item_hash"] == feed(seen_yard)["7002:1"]["item_hash"]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "x" * 175 + "more than is shown"},
        {"images": ("https://img.example/1.jpg", "/images/3.jpg")},
        {"condition": "B"},
        {"year": 2015},
    ],
)
def test_the_hash_changes_with_the_item_and_with_no_other(sqlite_yard: Yard, changes: dict[str, object]) -> None:
    before = feed(sqlite_yard)
    about: Description = replace(ENGINE, **changes)  # type: ignore[arg-type]  # members of any type
    fed = FedItem("003896", tag_number="E1001", description=about, price=sqlite_yard.item("lincoln", "003896").price)
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["lincoln"], [fed]))
    index_everything(sqlite_yard.app)

    after = feed(sqlite_yard)

    changed = {key for key, item in after.items() if item["item_hash"] != before[key]["item_hash"]}
    assert changed == {"7001:003896"}


@pytest.mark.parametrize(("length", "ending"), [(175, "x"), (176, "x...")])
def test_a_long_description_is_cut_and_says_so(sqlite_yard: Yard, length: int, ending: str) -> None:
    fed = FedItem("long", description=Description(part_name="Hood", text="x" * length))
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["omaha"], [fed]))
    index_everything(sqlite_yard.app)

    assert feed(sqlite_yard)["7001:long"]["description"] == "x" * 174 + ending


def test_more_than_one_batch_is_sent_whole(sqlite_yard: Yard) -> None:
    more = [FedItem(f"m{number}", description=Description(part_name="Hood")) for number in range(600)]
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["omaha"], more))
    index_everything(sqlite_yard.app)

    assert len(feed(sqlite_yard)) == 606


def test_what_is_sold_while_the_index_follows_is_counted_with_it(sqlite_yard: Yard) -> None:
    sold = FedItem("2", description=Description(part_name="Engine Assembly"), quantity=0)
    sqlite_yard.app.database.write(TESTER, lambda tx: put_items(tx, sqlite_yard.stores["omaha"], [sold]))

    assert len(feed(sqlite_yard)) == 6
    index_everything(sqlite_yard.app)
    assert len(feed(sqlite_yard)) == 5


def test_a_stranger_gets_nothing_and_the_feed_is_only_read(seen_yard: Yard) -> None:
    assert seen_yard.client("stranger").get(FEED).status_code == 401
    assert seen_yard.client().post(FEED).status_code == 405
