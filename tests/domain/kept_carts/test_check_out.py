"""Ordering a cart: all of it at the prices shown, or nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import dealers, inventory, orders
from partscounter.domain.approvals import Approval
from partscounter.domain.dealers import StoreTerms
from partscounter.domain.fulfilment import FulfilmentType
from partscounter.domain.inventory import Description, FedItem, PartTerms, Price
from partscounter.domain.kept_carts import (
    CartChanged,
    CartFault,
    Checkout,
    EmptyCart,
    InvalidCheckout,
    LinesRefused,
)
from partscounter.domain.orders import Channel, Contact, VehicleReference
from partscounter.kit.address import PostalAddress
from tests.make.counter import TESTER, draft_order, place, stock_of
from tests.make.shop import Shop, add, cart_of, check_out, held, make_shop, said


@pytest.fixture
def shop(database: Database) -> Shop:
    return make_shop(database)


def count_orders(database: Database) -> int:
    with database.read() as tx:
        return orders.count_orders(tx)


def fields_refused(database: Database, checkout: Checkout) -> dict[str, str]:
    """The fields that were wrong; nothing was ordered."""
    with pytest.raises(InvalidCheckout) as refused:
        check_out(database, checkout)
    assert count_orders(database) == 0
    assert held(database)
    return {violation.field: violation.issue for violation in refused.value.violations}


def test_each_store_gets_an_order_and_the_cart_is_empty(database: Database, shop: Shop) -> None:
    add(database, (shop.item_there, 2), (shop.item, 3))
    checkout = said(cart_of(database), reference="PO 4711", notes="ring first")

    sold = check_out(database, checkout)

    here, there = sold.orders
    assert [(line.item_id, line.quantity, line.price.each) for line in here.lines] == [
        (shop.item, 3, Decimal("100.00"))
    ]
    assert (here.channel, here.vendor_status, here.customer_status) == (
        Channel.WEB,
        Approval.APPROVED,
        Approval.APPROVED,
    )
    assert here.contact == Contact("Gus Guest", "555-0100", "gus@guest.example")
    assert (here.customer_id, here.terms.reference, here.terms.notes) == (None, "PO 4711", "ring first")
    assert here.terms.shipping_method == "Pick-Up"
    assert here.total == Decimal("360.00")
    assert there.transaction_id == here.transaction_id == sold.transaction_id
    assert (stock_of(database, shop.item), stock_of(database, shop.item_there)) == ((10, 3), (10, 2))
    assert held(database) == []


def test_the_machines_serial_number_goes_with_its_lines(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1), serial_number="F2600123")
    add(database, (shop.item_there, 1))
    cart = cart_of(database)

    sold = check_out(database, said(cart, serial_number="F2600123"))

    references = {line.vehicle_references for order in sold.orders for line in order.lines}
    assert references == {(VehicleReference("SERIALNUMBER", "F2600123"),)}
    with database.read() as tx:
        assert [each.id for each in orders.list_orders_of_machine(tx, "f2600123")] == [
            order.id for order in reversed(sold.orders)
        ]


def test_lines_for_several_machines_keep_their_own(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1), serial_number="A1")
    add(database, (shop.item, 1), serial_number="B2")
    add(database, (shop.item, 1))

    (order,) = check_out(database, said(cart_of(database), serial_number="C3")).orders

    assert [line.vehicle_references[0].value for line in order.lines] == ["A1", "B2", "C3"]


def test_a_line_that_was_sold_meanwhile_refuses_all(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1), (shop.item_there, 1))
    checkout = said(cart_of(database))
    place(database, draft_order(shop.here, (shop.item, 10)))
    before = count_orders(database)

    with pytest.raises(LinesRefused) as refused:
        check_out(database, checkout)

    assert list(refused.value.faults.values()) == [CartFault.SOLD]
    assert (count_orders(database), stock_of(database, shop.item_there)) == (before, (10, 0))
    assert len(held(database)) == 2


def test_another_price_than_the_one_shown_is_not_charged(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1))
    checkout = said(cart_of(database))
    dearer = FedItem(
        inventory_id="1",
        tag_number="T1",
        brand_code="S",
        part_code="7654321",
        description=Description(part_name="Oil Filter"),
        price=Price(each=Decimal("120.00")),
        quantity=10,
    )
    database.write(TESTER, lambda tx: inventory.put_items(tx, shop.here.store, [dearer]))

    with pytest.raises(CartChanged):
        check_out(database, checkout)

    assert count_orders(database) == 0
    assert check_out(database).orders[0].subtotal == Decimal("120.00")


def test_an_empty_cart_is_not_ordered(database: Database, shop: Shop) -> None:
    with pytest.raises(EmptyCart):
        check_out(database)

    add(database, (shop.item, 1))
    check_out(database)
    with pytest.raises(EmptyCart):
        check_out(database)


def test_every_field_that_is_missing_is_named(database: Database, shop: Shop) -> None:
    add(database, (shop.item, 1))
    cart = cart_of(database)

    assert fields_refused(database, said(cart, contact=Contact(email="nobody"), delivery=None)) == {
        "name": "required",
        "delivery": "required",
        "email": "mail_address",
    }
    to_address = said(cart, delivery=FulfilmentType.DELIVERY, address=PostalAddress(street="1 Road"))
    assert fields_refused(database, to_address) == {
        "city": "required",
        "postal_code": "required",
        "country": "required",
    }
    assert fields_refused(database, said(cart, delivery=FulfilmentType.DROPBOX)) == {"dropbox": "required"}
    assert fields_refused(database, said(cart, reference="x" * 201)) == {"reference": "too_long"}


def test_a_store_may_want_a_reference(database: Database, shop: Shop) -> None:
    terms = StoreTerms(requires_order_reference=True)
    database.write(TESTER, lambda tx: dealers.revise_terms(tx, "100", "1", terms))
    add(database, (shop.item, 1))

    assert fields_refused(database, said(cart_of(database))) == {"reference": "required"}
    assert check_out(database, said(cart_of(database), reference="PO 1")).orders[0].terms.reference == "PO 1"


def part(inventory_id: str, price: str | None, terms: PartTerms) -> FedItem:
    return FedItem(
        inventory_id=inventory_id,
        brand_code="S",
        part_code=f"P{inventory_id}",
        description=Description(part_name="Key"),
        price=Price(each=None if price is None else Decimal(price)),
        quantity=10,
        terms=terms,
    )


def put(database: Database, shop: Shop, fed: FedItem) -> int:
    database.write(TESTER, lambda tx: inventory.put_items(tx, shop.here.store, [fed]))
    with database.read() as tx:
        item = inventory.find_item(tx, shop.here.store.id, fed.inventory_id)
    assert item is not None
    return item.id


@pytest.mark.parametrize(
    ("price", "terms", "fault"),
    [
        (None, PartTerms(), CartFault.NO_PRICE),
        ("1.00", PartTerms(sales_blocked=True), CartFault.BLOCKED),
        ("1.00", PartTerms(unit_of_sale=4), CartFault.UNIT_OF_SALE),
    ],
)
def test_a_part_is_sold_on_its_terms_only(
    database: Database, shop: Shop, price: str | None, terms: PartTerms, fault: CartFault
) -> None:
    item = put(database, shop, part("9", price, terms))
    add(database, (item, 3))

    with pytest.raises(LinesRefused) as refused:
        check_out(database)

    assert list(refused.value.faults.values()) == [fault]
    assert (count_orders(database), stock_of(database, item)) == (0, (10, 0))


def test_a_part_may_want_references_to_the_vehicle(database: Database, shop: Shop) -> None:
    item = put(database, shop, part("9", "1.00", PartTerms(vehicle_references=("KEYNUMBER", "SERIALNUMBER"))))
    add(database, (item, 1))
    checkout = said(cart_of(database))

    assert fields_refused(database, checkout) == {"vehicle-KEYNUMBER": "required", "serial_number": "required"}

    whole = replace(checkout, serial_number="A1", vehicle_references={"KEYNUMBER": "K7"})
    (order,) = check_out(database, whole).orders
    assert order.lines[0].vehicle_references == (
        VehicleReference("SERIALNUMBER", "A1"),
        VehicleReference("KEYNUMBER", "K7"),
    )
