"""A cart's lines that can be sold as drafts of orders, one for each store."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.domain.orders.draft import DraftLine, Identity, OrderDraft
from partscounter.domain.orders.line import NOTHING, LinePrice
from partscounter.domain.orders.order import Contact
from partscounter.domain.orders.shopping_cart import CartLine, ShoppingCart


def draft_sales(
    cart: ShoppingCart, sold: Mapping[int, Item], stores: Mapping[int, Store], customer: Customer | None
) -> list[OrderDraft]:
    """One draft for each store; `sold` are the items by line. In order of dealer and store, as every cart keeps it."""
    places = {(item.dealer_id, item.store_id): stores[item.store_id] for item in sold.values()}
    drafts = []
    for (dealer_id, store_id), store in sorted(places.items(), key=lambda place: place[0]):
        here = [index for index in sorted(sold) if sold[index].store_id == store_id]
        lines = [_line(cart.lines[index], sold[index], store) for index in here]
        drafts.append(_draft(cart, store, lines, _of_dealer(customer, dealer_id)))
    return drafts


def _of_dealer(customer: Customer | None, dealer_id: int) -> Customer | None:
    """The customer, if this dealer knows it."""
    return customer if customer is not None and customer.dealer_id in {None, dealer_id} else None


def _draft(cart: ShoppingCart, store: Store, lines: Sequence[DraftLine], customer: Customer | None) -> OrderDraft:
    return OrderDraft(
        dealer_id=store.dealer_id,
        store_id=store.id,
        currency=store.currency,
        channel=cart.channel,
        lines=tuple(lines),
        customer_id=None if customer is None else customer.id,
        contact=_contact(cart.contact, customer),
        bill_to=cart.bill_to,
        ship_to=cart.ship_to,
        terms=cart.terms,
        number_prefix=(customer.code if customer is not None else None) or "PC",
        identity=Identity(placed_at=cart.sold_at),
    )


def _contact(given: Contact, customer: Customer | None) -> Contact:
    if given.email or customer is None:
        return given
    return Contact(given.name or customer.name, given.phone, customer.email, given.company)


def _line(wanted: CartLine, item: Item, store: Store) -> DraftLine:
    each = _first_known(wanted.price, item.price.each)
    price = LinePrice(
        each=each,
        list=_first_known(item.price.list, item.price.each, each),
        tax_rate=store.tax_rate,
        core=_first_known(wanted.core, item.price.core),
        shipping=_first_known(wanted.shipping),
        tax=wanted.tax,
    )
    return DraftLine(
        code=item.part_id or item.tag_number or item.inventory_id,
        quantity=wanted.quantity,
        price=price,
        item_id=item.id,
        brand_code=item.brand_code,
        part_code=item.part_code,
        description=item.description.part_name,
        vehicle_references=wanted.vehicle_references,
        back_order_allowed=False,
    )


def _first_known(*amounts: Decimal | None) -> Decimal:
    return next((amount for amount in amounts if amount is not None), NOTHING)
