"""A small parts counter to test with: one dealer, one store, a part with stock, a customer."""

from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import Database, WriteTx
from partscounter.domain import customers, dealers, inventory, orders
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.domain.orders import Channel, Contact, DraftLine, Identity, LinePrice, OrderDraft
from partscounter.kit.actor import Actor

TESTER = Actor(name="tester", door="test")


@dataclass(frozen=True)
class Counter:
    """What `make_counter` made."""

    dealer: Dealer
    store: Store
    customer: Customer


def make_counter(
    database: Database,
    *,
    code: str = "TD00",
    vendor_id: str = "100",
    customers_choose: bool = False,
    language: str = "en",
    **store: object,
) -> Counter:
    """A dealer, who may let customers choose their mails, with one store and one customer."""

    def make(tx: WriteTx) -> Counter:
        dealer = dealers.register_dealer(
            tx,
            name=f"Dealer {code}",
            dealer_code=code,
            vendor_id=vendor_id,
            org=code.lower(),
            enterprise_id=code.lower(),
            customers_manage_notifications=customers_choose,
        )
        options = {"vendor_store": "1", "store_id": "main", "currency": "EUR", "tax_rate": Decimal(20)} | store
        made = dealers.register_store(tx, dealer, **options)  # type: ignore[arg-type]  # keywords of any type
        buyer = customers.register_customer(
            tx,
            dealer_id=dealer.id,
            customer_id=f"customer-{code}",
            userid=f"user-{code}",
            code="6385",
            email="buyer@customer.example",
            given_name="Bea",
            family_name="Buyer",
            language=language,
        )
        return Counter(dealer=dealer, store=made, customer=buyer)

    return database.write(TESTER, make)


def stock_item(
    database: Database, counter: Counter, *, inventory_id: str = "1", part_code: str = "7654321", quantity: int = 10
) -> int:
    """A part of brand S at 100.00 with `quantity` on the shelf; its id."""
    fed = FedItem(
        inventory_id=inventory_id,
        tag_number=f"T{inventory_id}",
        brand_code="S",
        part_code=part_code,
        description=Description(part_name="Oil Filter", vehicle_make="CAT"),
        price=Price(each=Decimal("100.00")),
        quantity=quantity,
    )
    database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, [fed]))
    with database.read() as tx:
        item = inventory.find_item(tx, counter.store.id, inventory_id)
    assert item is not None
    return item.id


def draft_order(
    counter: Counter,
    *lines: tuple[int | None, int],
    part_code: str = "7654321",
    uuid: str = "",
    back_order: bool = True,
) -> OrderDraft:
    """An order for `(item id, quantity)` lines."""
    return OrderDraft(
        dealer_id=counter.dealer.id,
        store_id=counter.store.id,
        currency=counter.store.currency,
        channel=Channel.PARTS_ORDERS,
        lines=tuple(
            DraftLine(
                code=f"S{part_code}",
                quantity=quantity,
                price=LinePrice(each=Decimal(100), list=Decimal(100), tax_rate=Decimal(20)),
                item_id=item_id,
                brand_code="S",
                part_code=part_code,
                description="Oil Filter",
                back_order_allowed=back_order,
            )
            for item_id, quantity in lines
        ),
        customer_id=counter.customer.id,
        contact=Contact(name="Bea Buyer", email="buyer@customer.example"),
        number_prefix="6385",
        identity=Identity(uuid=uuid),
    )


def place(database: Database, draft: OrderDraft) -> orders.Order:
    """The order placed."""
    return database.write(TESTER, lambda tx: orders.submit_order(tx, draft))


def stock_of(database: Database, item_id: int) -> tuple[int, int]:
    """(on hand, reserved) of an item."""
    with database.read() as tx:
        item = inventory.get_item(tx, item_id)
    return item.on_hand, item.reserved
