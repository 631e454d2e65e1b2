"""The counter that is measured: one dealer with a stock of parts, and orders that can be shipped a unit at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

import msgspec

from partscounter.database import Database, WriteTx
from partscounter.domain import access, customers, dealers, inventory, orders
from partscounter.domain.access import Authenticator, Product
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.domain.orders import Channel, Contact, DraftLine, Identity, LinePrice, OrderDraft
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter_contracts.parts_orders import Scope

DEALER_CODE = "BE00"
BRAND = "CA"
ADMIN = ("bench", "bench-secret")
PARTS = 500
UNITS = 1_000
"""Of each line: more than any benchmark ships."""
LINES = 5
SHIPPED_PARTS = 3
"""Of the lines of an order, in one update."""
_ACTOR = Actor(name="bench", door="bench")
_ORDERS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class World:
    """Where updates go to: documents of `LINES` lines, and some of `PARTS` lines."""

    dealer_id: int
    token: str
    """Of order tracking."""
    parts_token: str
    """Of parts orders."""
    documents: tuple[str, ...]
    long_documents: tuple[str, ...]


def make_world(database: Database, orders_: int, long_orders: int) -> World:
    """Fill an empty database, through the program's own verbs."""
    store, customer = database.write(_ACTOR, _make_dealer)
    items = database.write(_ACTOR, partial(_make_stock, store=store))
    documents = tuple(f"D{number:07d}" for number in range(orders_))
    long_documents = tuple(f"L{number:07d}" for number in range(long_orders))
    drafts = [_draft(store, customer, name, _some(items, at * LINES, LINES)) for at, name in enumerate(documents)]
    drafts += [_draft(store, customer, name, _some(items, 0, PARTS)) for name in long_documents]
    for start in range(0, len(drafts), _ORDERS_AT_ONCE):
        database.write(_ACTOR, partial(_place, drafts=drafts[start : start + _ORDERS_AT_ONCE]))
    return World(store.dealer_id, *_tokens(database, store.dealer_id), documents, long_documents)


def part_number(index: int) -> str:
    """The number of the stock's `index`-th part."""
    return f"1R-{index % PARTS:04d}"


def updates(documents: tuple[str, ...], parts: int, seed: str) -> Iterator[bytes]:
    """Bodies of partial shipments, no two alike: a unit of each of the first `parts` parts of one document in turn."""
    for number in count():
        document = documents[number % len(documents)]
        yield msgspec.json.encode(_update(document, parts, f"{seed}{number:09d}"))


def _update(document: str, parts: int, tracking_id: str) -> dict[str, Any]:
    start = 0 if parts == PARTS else int(document[1:]) * LINES
    return {
        "dealerCode": DEALER_CODE,
        "documentNumber": document,
        "documentStatus": "PS",
        "fulfillment": {
            "type": "delivery",
            "status": "",
            "parts": [{"partNumber": part_number(start + n), "quantity": 1, "status": ""} for n in range(parts)],
            "shipmentInformation": {
                "carrier": "Fedex",
                "shipmentDate": "2026-03-02",
                "shipmentMethod": "BEST WAY",
                "trackingId": tracking_id,
                "trackingUrl": "http://www.fedex.com/tracking5",
            },
        },
    }


def _some(items: list[int], start: int, many: int) -> list[tuple[str, int]]:
    return [(part_number(n), items[n % PARTS]) for n in range(start, start + many)]


def _make_dealer(tx: WriteTx) -> tuple[Store, Customer]:
    dealer = dealers.register_dealer(
        tx, name="Bench", dealer_code=DEALER_CODE, vendor_id="900", org="bench", enterprise_id="bench"
    )
    store = dealers.register_store(tx, dealer, vendor_store="1", store_id="main", currency="USD")
    customer = customers.register_customer(
        tx,
        dealer_id=dealer.id,
        customer_id="bench-customer",
        userid="bench-user",
        code="6385",
        email="buyer@customer.example",
        given_name="Bea",
        family_name="Buyer",
    )
    return store, customer


def _make_stock(tx: WriteTx, store: Store) -> list[int]:
    fed = [
        FedItem(
            inventory_id=part_number(index),
            brand_code=BRAND,
            part_code=part_number(index),
            description=Description(part_name="Oil Filter", vehicle_make="CAT"),
            price=Price(each=Decimal("12.50")),
            quantity=100_000_000,
        )
        for index in range(PARTS)
    ]
    inventory.put_items(tx, store, fed)
    found = [inventory.find_item(tx, store.id, part_number(index)) for index in range(PARTS)]
    return [item.id for item in found if item is not None]


def _draft(store: Store, customer: Customer, document: str, parts: list[tuple[str, int]]) -> OrderDraft:
    price = LinePrice(each=Decimal("12.50"), list=Decimal("15.00"), tax_rate=Decimal("8.25"))
    lines = tuple(
        DraftLine(
            code=f"{BRAND}{number}",
            brand_code=BRAND,
            part_code=number,
            quantity=UNITS,
            price=price,
            item_id=item,
            description="Oil Filter",
        )
        for number, item in parts
    )
    return OrderDraft(
        dealer_id=store.dealer_id,
        store_id=store.id,
        currency=store.currency,
        channel=Channel.WEB,
        lines=lines,
        customer_id=customer.id,
        contact=Contact(name="Bea Buyer", email="buyer@customer.example"),
        identity=Identity(document_number=document),
    )


def _place(tx: WriteTx, drafts: list[OrderDraft]) -> None:
    for draft in drafts:
        orders.place_order(tx, draft)


def _tokens(database: Database, dealer_id: int) -> tuple[str, str]:
    """Bearer tokens of order tracking and of parts orders; a third credential, ADMIN, may pull the export."""
    name, secret = ADMIN
    hashed = access.new_secret(secret)
    make = partial(access.create_credential, name=name, secret=hashed, dealer_ids=[dealer_id])
    tracker = database.write(_ACTOR, partial(make, product=Product.CAT))
    buyer = database.write(_ACTOR, partial(make, product=Product.KEYLOOP, scopes=list(Scope)))
    database.write(_ACTOR, partial(make, product=Product.ECAT, is_admin=True))
    authenticator = Authenticator(database, SystemClock())
    return authenticator.issue_token(tracker).access_token, authenticator.issue_token(buyer).access_token
