"""Entering an order that a rep took: find customer, store, stock and prices for it, then submit it.

An entered order names no store; it belongs to the dealer's first one. A line whose code is that of one part on offer
there holds its stock; any other line stays open, for what a rep has sold is not refused for want of a match.
"""

from collections.abc import Mapping
from decimal import Decimal

from partscounter.database import WriteTx
from partscounter.domain import customers, dealers, inventory
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.domain.orders.draft import DraftLine, Identity, OrderDraft
from partscounter.domain.orders.entered import EnteredLine, EnteredOrder
from partscounter.domain.orders.errors import InvalidOrder
from partscounter.domain.orders.line import NOTHING, LinePrice
from partscounter.domain.orders.order import Channel, Contact, Order
from partscounter.domain.orders.resubmit import submit_order
from partscounter.kit.address import PostalAddress
from partscounter.kit.money import LARGEST, spread, to_cents
from partscounter.kit.refusal import Violation


def enter_order(tx: WriteTx, dealer_id: int, entered: EnteredOrder) -> Order:
    """The order taken; a known uuid makes it a resubmission.

    Refuses with InvalidOrder (no such customer of the dealer, a price neither sent nor known, more money than the
    databases add up), with NoStore, and as `submit_order` does.
    """
    store = dealers.get_first_store(tx, dealer_id)
    customer = customers.find_customer_by_code(tx, dealer_id, entered.customer_code)
    parts = inventory.match_parts(tx, store.id, {line.code for line in entered.lines})
    violations = _violations(entered, customer, parts)
    if customer is None or violations:
        raise InvalidOrder("The order cannot be taken.", tuple(violations))
    return submit_order(tx, _draft(entered, store, customer, parts))


def _violations(entered: EnteredOrder, customer: Customer | None, parts: Mapping[str, Item]) -> list[Violation]:
    found = [
        Violation(f"lines[{index}].price", "is required, for there is none on file")
        for index, line in enumerate(entered.lines)
        if line.price is None and _price_on_file(parts.get(line.code)) is None
    ]
    if sum(line.quantity * (line.price or NOTHING) for line in entered.lines) > LARGEST:
        found.append(Violation("lines", f"must come to {LARGEST} at most"))
    if customer is None:
        found.insert(0, Violation("customer_code", "is not the code of a customer", entered.customer_code))
    return found


def _price_on_file(part: Item | None) -> Decimal | None:
    return None if part is None else part.price.each


def _draft(entered: EnteredOrder, store: Store, customer: Customer, parts: Mapping[str, Item]) -> OrderDraft:
    known = customer.invoice_address
    return OrderDraft(
        dealer_id=store.dealer_id,
        store_id=store.id,
        currency=store.currency,
        channel=Channel.ORDER_ENTRY,
        lines=_lines(entered, store, parts),
        customer_id=customer.id,
        contact=_contact(entered.contact, customer),
        rep=entered.rep,
        bill_to=known if entered.bill_to == PostalAddress() else entered.bill_to,
        ship_to=known if entered.ship_to == PostalAddress() else entered.ship_to,
        terms=entered.terms,
        number_prefix=entered.rep.code or entered.customer_code,
        identity=Identity(uuid=entered.uuid),
    )


def _contact(entered: Contact, customer: Customer) -> Contact:
    known = customer.invoice_address
    return Contact(
        name=entered.name or customer.name,
        phone=entered.phone or known.phone,
        email=entered.email or customer.email,
        company=entered.company or ("" if entered.name else known.company),
    )


def _lines(entered: EnteredOrder, store: Store, parts: Mapping[str, Item]) -> tuple[DraftLine, ...]:
    prices = [_prices(line, parts.get(line.code)) for line in entered.lines]
    taxes: list[Decimal | None] = [None] * len(prices)
    if entered.tax is not None:
        weights = [each * line.quantity for (_, each), line in zip(prices, entered.lines, strict=True)]
        taxes = [*spread(entered.tax, weights)]
    return tuple(
        _line(line, parts.get(line.code), price, tax, store)
        for line, price, tax in zip(entered.lines, prices, taxes, strict=True)
    )


def _prices(line: EnteredLine, part: Item | None) -> tuple[Decimal, Decimal]:
    """One unit's price before the discount and after it, to the cent."""
    before = line.price if line.price is not None else _price_on_file(part) or NOTHING
    return before, to_cents(before * (100 - line.discount_percent) / 100)


def _line(
    line: EnteredLine, part: Item | None, price: tuple[Decimal, Decimal], tax: Decimal | None, store: Store
) -> DraftLine:
    return DraftLine(
        code=line.code,
        quantity=line.quantity,
        price=LinePrice(
            each=price[1],
            list=price[0],
            tax_rate=store.tax_rate if tax is None else NOTHING,
            core=(part.price.core if part else None) or NOTHING,
            tax=tax,
            discount_percent=line.discount_percent,
            code=line.price_code,
        ),
        item_id=part.id if part else None,
        brand_code=part.brand_code if part else "",
        part_code=part.part_code if part else line.code,
        description=line.description or (part.description.part_name if part else ""),
        unit_of_measure=line.unit_of_measure or "EA",
        notes=line.notes,
    )
