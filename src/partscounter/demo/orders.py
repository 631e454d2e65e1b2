"""The demo's orders: the documents that order tracking prints, and the orders that the export prints."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.demo.dealers import DemoDealers
from partscounter.domain import inventory, orders
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.domain.orders import Channel, Contact, DraftLine, Identity, LinePrice, OrderDraft, Rep, Terms

_REP = Rep(code="6385", name="Robin Rep", email="robin.rep@td00.example")
_TWICE = "631F4C43-361B-4385-A1EC-7D214B5B4EBE"


def create_orders(tx: WriteTx, dealers: DemoDealers, customers: Mapping[str, Customer]) -> None:
    """Every order that a printed request names."""
    store, cate = dealers.stores["sample"], customers["cate"]
    _place(tx, store, cate, Identity(id=117159, number="6385-020915-17"), [("1R-1808", 2)])
    _place(tx, store, cate, Identity(id=356509, number="6385-031318-392", uuid=_TWICE), [("1R-1808", 2)])
    _place(tx, store, cate, Identity(id=378430, uuid=_TWICE), [("1R-1808", 2), ("1A-1135", 12)])
    for number in ("XYZ-123", "XYZ-124"):
        _place(tx, store, cate, Identity(number=number), [("1A-1135", 4)])
    for number, parts in _DOCUMENTS.items():
        _place(tx, store, cate, Identity(number=f"6385-{number}", document_number=number), parts)


_DOCUMENTS: Mapping[str, Sequence[tuple[str, int]]] = {
    "00C112685": (("1R-1801", 6), ("1R-1808", 4), ("1A-1135", 10)),
    "00C170765": (("1R-1808", 1), ("1A-1135", 1)),
    "00C12345": (("1R-1808", 1),),
}


def _place(tx: WriteTx, store: Store, customer: Customer, identity: Identity, parts: Sequence[tuple[str, int]]) -> None:
    draft = OrderDraft(
        dealer_id=store.dealer_id,
        store_id=store.id,
        currency=store.currency,
        channel=Channel.IMPORT,
        lines=tuple(_line(_part(tx, store, code), quantity, store.tax_rate) for code, quantity in parts),
        customer_id=customer.id,
        contact=Contact(name=customer.name, phone="123-4567890", email=customer.email, company="Company Ltd."),
        rep=_REP,
        bill_to=customer.invoice_address,
        ship_to=customer.invoice_address,
        terms=Terms(reference="PO 4711", shipping_method="BEST WAY"),
        identity=identity,
    )
    orders.submit_order(tx, draft)


def _part(tx: WriteTx, store: Store, part_code: str) -> Item:
    item = inventory.find_part(tx, store.id, part_code=part_code)
    if item is None:
        raise LookupError(f"the demo has no part {part_code}")
    return item


def _line(item: Item, quantity: int, tax_rate: Decimal) -> DraftLine:
    price = item.price.each or Decimal(0)
    return DraftLine(
        code=item.part_code,
        quantity=quantity,
        price=LinePrice(each=price, list=price, tax_rate=tax_rate),
        item_id=item.id,
        brand_code=item.brand_code,
        part_code=item.part_code,
        description=item.description.part_name,
    )
