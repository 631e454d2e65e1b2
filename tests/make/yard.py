"""Salvage yards to search and buy from: two vendors, one with two stores, a seller without a vendor id, some stock."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import httpx

from partscounter.app import App
from partscounter.database import Database, WriteTx
from partscounter.domain import customers, dealers, inventory
from partscounter.domain.access import OptionValue, Product
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Description, FedItem, Item, Line, Price
from partscounter.kit.address import PostalAddress
from partscounter.kit.clock import FixedClock
from partscounter.wire.inventory.app import build_api
from tests.make.access import make_credential
from tests.make.app import make_searching_app
from tests.make.counter import TESTER
from tests.make.web import client

PASSWORD = "webshop-demo"

LINCOLN = {
    "company": "Lincoln Truck Parts",
    "contact": "Pat Parts",
    "city": "Lincoln",
    "state": "NE",
    "postal_code": "68503",
    "phone_number": "402-555-0100",
    "fax_number": "402-555-0101",
    "email": "parts@lincoln.example",
    "vendor_id": 7001,
    "vendor_store": 1,
}
"""The store in Lincoln as search results and details show it."""

ENGINE = Description(
    part_name="Engine Assembly",
    vendor_part_name="ENGINE",
    vehicle_make="PETERBILT",
    vehicle_model="579",
    part_manufacturer="CUMMINS",
    part_model="ISX",
    year=2014,
    category="USED",
    condition="A",
    text="CUMMINS ISX15 engine, test run, 90 day warranty",
    html="<p>CUMMINS ISX15 engine, test run, 90 day warranty</p>",
    serial_number="79612345",
    vehicle_id="W77",
    images=("https://img.example/1.jpg", "/images/2.jpg"),
    questions=(("HP", "450"), ("Color of block", "Red & black")),
)


@dataclass(frozen=True)
class Yard:
    """What `make_yard` made, with a program around it."""

    app: App
    north: Dealer
    west: Dealer
    stores: Mapping[str, Store]

    def client(self, name: str = "webshop") -> httpx.Client:
        """A client of the contract that calls as this user."""
        return client(build_api(self.app).asgi, authorization=basic(name))

    def item(self, store: str, inventory_id: str) -> Item:
        """The item as it is now."""
        with self.app.database.read() as tx:
            found = inventory.find_item(tx, self.stores[store].id, inventory_id)
        assert found is not None
        return found


def basic(name: str, password: str = PASSWORD) -> str:
    """The Authorization header."""
    return f"Basic {base64.b64encode(f'{name}:{password}'.encode()).decode()}"


def make_yard(database: Database, clock: FixedClock, folder: Path) -> Yard:
    """Vendors 7001 (stores 1 in Lincoln, 2 in Omaha) and 7002 (Denver), their stock, the users, and the index."""
    north, west, stores = database.write(TESTER, _stock)
    make_user(database, "webshop", options={"sells_for": "7001, 7002"}, all_dealers=True)
    make_user(database, "webshop-xml", options={"format": "xml", "sells_for": "*"}, all_dealers=True)
    make_user(database, "narrow", dealer_ids=[west.id])
    return Yard(make_searching_app(database, clock, folder), north, west, stores)


def make_user(
    database: Database,
    name: str,
    *,
    options: Mapping[str, OptionValue] | None = None,
    dealer_ids: list[int] | None = None,
    all_dealers: bool = False,
) -> None:
    """A user of the contract."""
    make_credential(
        database,
        product=Product.INVENTORY,
        name=name,
        secret=PASSWORD,
        options=options,
        dealer_ids=dealer_ids or [],
        all_dealers=all_dealers,
    )


def _stock(tx: WriteTx) -> tuple[Dealer, Dealer, Mapping[str, Store]]:
    north = dealers.register_dealer(tx, name="North Yard", vendor_id="7001", dealer_code="TD00")
    west = dealers.register_dealer(tx, name="West Yard", vendor_id="7002")
    silent = dealers.register_dealer(tx, name="Silent Yard")
    stores = {
        "lincoln": _store(tx, north, "1", ("Lincoln", "NE", "68503")),
        "omaha": _store(tx, north, "2", ("Omaha", "NE", "68102")),
        "denver": _store(tx, west, "1", ("Denver", "CO", "80202")),
        "silent": _store(tx, silent, "1", ("Lincoln", "NE", "68503")),
    }
    for name, fed in _FED.items():
        inventory.put_items(tx, stores[name], fed)
    customers.register_customer(
        tx, dealer_id=north.id, userid="1", code="6385", email="bea@customer.example", given_name="Bea"
    )
    return north, west, stores


def _store(tx: WriteTx, dealer: Dealer, number: str, place: tuple[str, str, str]) -> Store:
    city, state, postal_code = place
    address = PostalAddress(
        contact="Pat Parts",
        company=f"{city} Truck Parts",
        street="1 Depot Road",
        city=city,
        state=state,
        postal_code=postal_code,
        country="United States",
        phone="402-555-0100",
        fax="402-555-0101",
        email=f"parts@{city.lower()}.example",
    )
    return dealers.register_store(tx, dealer, vendor_store=number, address=address, tax_rate=Decimal(10))


def _engine(inventory_id: str, tag: str, year: int, price: str, category: str = "USED", **more: object) -> FedItem:
    about = Description(
        part_name="Engine Assembly",
        part_manufacturer="CUMMINS",
        part_model="ISX",
        year=year,
        category=category,
        text="runs",
    )
    facts = {"line": Line.HEAVY_TRUCK, "listed": True, "quantity": 1} | more
    return FedItem(
        inventory_id=inventory_id,
        tag_number=tag,
        description=about,
        price=Price(each=Decimal(price)),
        **facts,  # type: ignore[arg-type]  # keywords of any type
    )


_FED = {
    "lincoln": [
        FedItem("003896", tag_number="E1001", description=ENGINE, price=Price(Decimal(12500), Decimal(1500))),
        FedItem(
            "4",
            tag_number="T4",
            description=Description(
                part_name="Transmission Assembly",
                part_manufacturer="FULLER",
                part_model="RTLO-18913A",
                category="NEW",
                text="With warranty",
                oem_number="TM-1808.X",
                vehicle_id="W77",
            ),
            price=Price(Decimal(3000)),
            quantity=5,
        ),
        FedItem(
            "5",
            tag_number="T5",
            description=Description(
                part_name="Axle Assembly", vehicle_make="MERITOR/ROCKWELL", vehicle_model="DT 466E", category="CORE"
            ),
        ),
        FedItem(
            "6",
            tag_number="E1001",
            description=Description(part_name="Cab Body", vehicle_make="KENWORTH", vehicle_model="W900", year=2005),
            price=Price(Decimal(500)),
        ),
        _engine("unlisted", "U1", 2014, "1", listed=False),
        _engine("sold", "U2", 2014, "2", quantity=0),
        _engine("yellow", "Y1", 2014, "3", line=Line.YELLOW_IRON),
    ],
    "omaha": [_engine("2", "E1002", 2012, "9000")],
    "denver": [_engine("1", "E9", 2015, "11000", "REMANUFACTURED")],
    "silent": [_engine("1", "E8", 2014, "10")],
}
