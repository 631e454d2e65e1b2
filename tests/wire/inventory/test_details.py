"""Details of an item, the other items of its vehicle, and the lists of what can be searched for."""

import pytest

from partscounter.domain import dealers
from partscounter.domain.inventory import vehicles
from partscounter.domain.inventory.vehicles import Vehicle
from tests.make.app import index_everything
from tests.make.counter import TESTER
from tests.make.yard import LINCOLN, Yard, make_user

DETAILS = {
    "part_name": "Engine Assembly",
    "vendor_part_name": "ENGINE",
    "year": "2014",
    "vehicle_make": "PETERBILT",
    "vehicle_model": "579",
    "part_manufacturer": "CUMMINS",
    "part_model": "ISX",
    "oem_number": "",
    "serial_number": "79612345",
    "vendor_sku": "E1001",
    "vendor_inventory_id": "003896",
    "vendor_vehicle_id": "W77",
    "vin": "",
    "core_price": "1500.00",
    "price": "12500.00",
    "description": "CUMMINS ISX15 engine, test run, 90 day warranty",
    "html_description": "<p>CUMMINS ISX15 engine, test run, 90 day warranty</p>",
    "condition": "A",
    "category": "USED",
    "available_quantity": 1,
    "side": "",
    "qa": {"HP": "450", "Color of block": "Red & black"},
    "vendor": LINCOLN,
    "images": ["https://img.example/1.jpg", "http://counter.example/images/2.jpg"],
}


def test_tells_of_an_item_in_exactly_these_words(yard: Yard) -> None:
    answer = yard.client().get("/inventory/details/7001/1/003896?userid=1")

    assert answer.status_code == 200
    assert answer.json() == DETAILS


@pytest.mark.parametrize(
    ("user", "path"),
    [
        ("webshop", "7001/1/nothing"),
        ("webshop", "7001/1/3896"),
        ("webshop", "7001/2/003896"),
        ("webshop", "7001/9/003896"),
        ("webshop", "9999/1/003896"),
        ("webshop", "7001/1/unlisted"),
        ("webshop", "7001/1/sold"),
        ("narrow", "7001/1/003896"),
    ],
)
def test_what_is_unknown_sold_unlisted_or_another_users_is_all_the_same(seen_yard: Yard, user: str, path: str) -> None:
    answer = seen_yard.client(user).get(f"/inventory/details/{path}")

    assert answer.status_code == 404
    assert answer.json() == {"error": {"code": "NOT_FOUND", "message": "There is no such item."}}


def test_lists_the_other_items_of_a_vehicle(seen_yard: Yard) -> None:
    answer = seen_yard.client().get("/inventory/wholeunitparts/7001/1/W77")

    assert answer.json() == [
        {
            "part_name": "Engine Assembly",
            "vendor_part_name": "ENGINE",
            "make_model": "PETERBILT 579",
            "vendor_sku": "E1001",
            "details_uri": "http://counter.example/inventory/details/7001/1/003896",
            "price": "12500.00",
        },
        {
            "part_name": "Transmission Assembly",
            "vendor_part_name": "",
            "make_model": "FULLER RTLO-18913A",
            "vendor_sku": "T4",
            "details_uri": "http://counter.example/inventory/details/7001/1/4",
            "price": "3000.00",
        },
    ]


def test_a_vehicle_without_items_has_an_empty_list_and_a_foreign_store_is_unknown(seen_yard: Yard) -> None:
    assert seen_yard.client().get("/inventory/wholeunitparts/7001/1/W78").json() == []
    for user, path in (("webshop", "7001/9/W77"), ("narrow", "7001/1/W77")):
        answer = seen_yard.client(user).get(f"/inventory/wholeunitparts/{path}")
        assert (answer.status_code, answer.json()) == (
            404,
            {"error": {"code": "NOT_FOUND", "message": "There is no such store."}},
        )


@pytest.mark.parametrize(
    ("path", "key", "listed"),
    [
        (
            "part_types?ignore_mapping=true",
            "part_type_name",
            ["Axle Assembly", "Cab Body", "Engine Assembly", "Transmission Assembly"],
        ),
        ("makes?part_type=engine%20assembly", "make", ["CUMMINS"]),
        ("makes?part_type=cab%20body", "make", ["KENWORTH"]),
        ("makes?part_type=nothing", "make", []),
        ("models?make=FULLER", "model", ["RTLO-18913A"]),
        ("models?part_type=Engine%20Assembly&make=CUMMINS", "model", ["ISX"]),
        ("categories?part_type=Engine%20Assembly", "category", ["REMANUFACTURED", "USED"]),
        ("categories", "category", ["CORE", "NEW", "REMANUFACTURED", "USED"]),
    ],
)
def test_lists_what_searches_find(seen_yard: Yard, path: str, key: str, listed: list[str]) -> None:
    answer = seen_yard.client().get(f"/inventory/available/{path}")

    assert [each[key] for each in answer.json()] == listed


def test_lists_every_name_there_is_when_asked(yard: Yard) -> None:
    yard.client().put(
        "/sale/create", json={"line_items": [{"vendor_id": 7001, "vendor_store": 1, "vendor_inventory_id": 5}]}
    )
    index_everything(yard.app)

    shorter = yard.client().get("/inventory/available/part_types").json()
    everything = yard.client().get("/inventory/available/part_types?all_results=true").json()

    assert [each["part_type_name"] for each in shorter] == ["Cab Body", "Engine Assembly", "Transmission Assembly"]
    assert [each["part_type_name"] for each in everything] == [
        "Axle Assembly",
        "Cab Body",
        "Engine Assembly",
        "Transmission Assembly",
    ]
    assert set(everything[0]) == {"part_types_id", "part_type_name"}


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("makes?part_type=Cab%20Body", []),
        ("makes?part_type=Cab%20Body&all_results=true", ["KENWORTH"]),
        ("makes?part_type=Nothing&all_results=true", []),
        ("models?part_type=Cab%20Body&make=KENWORTH&all_results=true", ["W900"]),
        ("models?part_type=Cab%20Body&make=CUMMINS&all_results=true", []),
    ],
)
def test_all_choices_are_those_for_the_part_type_and_make_that_are_asked_for(
    sqlite_yard: Yard, path: str, listed: list[str]
) -> None:
    make_user(sqlite_yard.app.database, "newest", options={"filters": "category=NEW"}, all_dealers=True)

    answer = sqlite_yard.client("newest").get(f"/inventory/available/{path}").json()

    assert [next(iter(each.values())) for each in answer] == listed


def test_all_choices_are_those_of_the_line(sqlite_yard: Yard) -> None:
    make_user(sqlite_yard.app.database, "diggers", options={"line": "yellow_iron"}, all_dealers=True)
    make_user(sqlite_yard.app.database, "riders", options={"line": "motorcycle"}, all_dealers=True)

    def listed(user: str) -> list[str]:
        answer = sqlite_yard.client(user).get("/inventory/available/part_types?all_results=true")
        return [each["part_type_name"] for each in answer.json()]

    assert listed("diggers") == ["Engine Assembly"]
    assert listed("riders") == []


def test_lists_every_store_of_every_vendor(seen_yard: Yard) -> None:
    answer = seen_yard.client().get("/inventory/available/vendors").json()

    assert [(each["vendor"]["vendor_id"], each["vendor"]["vendor_store_id"]) for each in answer] == [
        (7001, 1),
        (7001, 2),
        (7002, 1),
    ]
    assert answer[0] == {
        "vendor": {
            "company": "Lincoln Truck Parts",
            "address": "1 Depot Road",
            "state": "NE",
            "postal_code": "68503",
            "country": "United States",
            "phone_number": "402-555-0100",
            "email": "parts@lincoln.example",
            "vendor_id": 7001,
            "vendor_store_id": 1,
        }
    }


def test_an_item_without_a_vin_is_shown_with_that_of_its_vehicle(yard: Yard) -> None:
    with yard.app.database.read() as tx:
        store = dealers.find_store_by_vendor(tx, "7001", "1")
    assert store is not None
    truck = Vehicle(store.id, "W77", vin="1XPBD49X0ED000001")
    yard.app.database.write(TESTER, lambda tx: vehicles.put_vehicles(tx, [truck]))

    details = yard.client().get("/inventory/details/7001/1/003896?userid=1").json()

    assert details == DETAILS | {"vin": "1XPBD49X0ED000001"}
