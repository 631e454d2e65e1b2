"""A download reads of an order what it shows, and a single one is read whole: they say the same."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import LinePrice, Move, OrderDraft, Stage, Terms, VehicleReference
from partscounter.kit.address import PostalAddress
from tests.make.counter import TESTER, draft_order
from tests.make.order_export import NEW_ORDERS, ORDERS, Door

PRICE = LinePrice(
    each=Decimal("19.99"),
    list=Decimal("24.99"),
    tax_rate=Decimal("8.25"),
    core=Decimal(5),
    shipping=Decimal("3.50"),
    discount_percent=Decimal(20),
    code="W2",
)


def test_a_pulled_order_is_byte_for_byte_what_it_is_alone(door: Door) -> None:
    plain = draft_order(door.counter, (None, 3), (None, 2), (None, 1))
    ids = [door.database.write(TESTER, lambda tx, draft=draft: place(tx, draft)) for draft in (full(plain), plain)]

    pulled = door.client.get(NEW_ORDERS).content
    alone = [door.client.get(f"{ORDERS}/{order_id}.json").content for order_id in ids]

    assert pulled == b'{"status":"success","error":null,"data":[' + b",".join(alone) + b"]}"
    first = json.loads(alone[0])
    assert (first["status"], first["subtotal"], first["tax"], first["shipping"]) == ("shipped", 199.95, 25.02, 9)
    assert [(item["price"], item["extended_price"]) for item in first["items"]] == [
        (24.99, 59.97),
        (19.99, 39.98),
        (100, 100),
    ]


def full(draft: OrderDraft) -> OrderDraft:
    """The same with a discount, a tax that the seller named, notes, a machine, an address and terms."""
    first, second, third = draft.lines
    reference = VehicleReference("SERIALNUMBER", "A1")
    named_tax = PRICE._replace(tax=Decimal("0.07"), discount_percent=Decimal(0))
    return replace(
        draft,
        lines=(
            replace(first, price=PRICE, notes="Röhre", vehicle_references=(reference,)),
            replace(second, price=named_tax),
            third,
        ),
        ship_to=PostalAddress(company="Digger & Sons", code="P1"),
        terms=Terms(reference="PO 4711", ship_date=date(2026, 3, 9), discount=Decimal("1.10"), shipping=Decimal(2)),
    )


def place(tx: WriteTx, draft: OrderDraft) -> int:
    """The order's id. Of its first line all is on its way, and of its second one unit was cancelled."""
    order = orders.place_order(tx, draft)
    moves = {1: [Move(Stage.OPEN, Stage.IN_TRANSIT, 3)], 2: [Move(Stage.OPEN, Stage.CANCELLED, 1)]}
    return orders.move_units(tx, order, moves).id
