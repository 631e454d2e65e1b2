"""Bodies of the order export as values of the domain."""

from collections.abc import Iterator
from decimal import Decimal

from partscounter.domain.orders import Contact, EnteredLine, EnteredOrder, Rep, Terms
from partscounter.kit.address import PostalAddress
from partscounter.kit.money import LARGEST, to_cents
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.decode import decode
from partscounter_contracts.order_export import AddressEntry, CustomerEntry, ItemEntry, OrderEntry, RepEntry

_NOTHING = Decimal("0.00")
_WHOLE = Decimal(100)


def read_numbers(body: bytes) -> list[str]:
    """The distinct order numbers of a marking, in the order sent."""
    try:
        numbers = decode(list[str], body)
    except Invalid as invalid:
        raise Invalid("The body is not a JSON array of order numbers", invalid.violations) from None
    return list(dict.fromkeys(numbers))


def read_entry(body: bytes) -> EnteredOrder:
    """The order that a rep entered. What the server decides (id, numbers, status, totals) is not looked at."""
    entry = decode(OrderEntry, body)
    wrong = (*_wrong_codes(entry), *_wrong_amounts(entry))
    if wrong:
        raise Invalid("The body is not as described.", wrong)
    return EnteredOrder(
        customer_code=entry.customer.code,
        lines=tuple(_line(item) for item in entry.items),
        uuid=(entry.uuid or "").upper(),
        contact=_contact(entry.customer),
        rep=_rep(entry.rep or RepEntry()),
        bill_to=_address(entry.bill_to),
        ship_to=_address(entry.ship_to),
        terms=_terms(entry),
        tax=None if entry.tax is None else to_cents(entry.tax),
    )


def _wrong_codes(entry: OrderEntry) -> Iterator[Violation]:
    """A line that names no part; a rep's code that could not begin an order number, which is one line."""
    for index, item in enumerate(entry.items):
        if not item.item_code.strip():
            yield Violation(f"items[{index}].item_code", "must not be blank", item.item_code)
    if entry.rep and not entry.rep.code.isprintable():
        yield Violation("rep.code", "must have printable characters only", entry.rep.code)


def _wrong_amounts(entry: OrderEntry) -> Iterator[Violation]:
    amounts = [("shipping", entry.shipping, LARGEST), ("tax", entry.tax, LARGEST)]
    for index, item in enumerate(entry.items):
        amounts.append((f"items[{index}].price", item.price, LARGEST))
        amounts.append((f"items[{index}].discount_percent", item.discount_percent, _WHOLE))
    for field, amount, largest in amounts:
        # NaN and infinity are not finite, and huge exponents stop at the range: both before any arithmetic.
        if amount is None or (amount.is_finite() and 0 <= amount <= largest and amount == to_cents(amount)):
            continue
        yield Violation(field, f"must be from 0 to {largest}, with at most two decimal places", str(amount))


def _line(item: ItemEntry) -> EnteredLine:
    return EnteredLine(
        code=item.item_code,
        quantity=item.quantity,
        price=None if item.price is None else to_cents(item.price),
        discount_percent=to_cents(item.discount_percent or _NOTHING),
        price_code=item.price_code,
        description=item.description,
        unit_of_measure=item.unit_of_measure,
        notes=item.notes,
    )


def _contact(customer: CustomerEntry) -> Contact:
    return Contact(name=customer.name, phone=customer.phone, email=customer.email)


def _rep(rep: RepEntry) -> Rep:
    return Rep(code=rep.code, name=rep.name, email=rep.email)


def _address(sent: AddressEntry | None) -> PostalAddress:
    entry = sent or AddressEntry()
    return PostalAddress(
        contact=entry.name,
        company=entry.company,
        street=entry.street,
        mailing=entry.street2,
        city=entry.city,
        state=entry.state,
        postal_code=entry.postal_code,
        country=entry.country,
        code=entry.code,
    )


def _terms(entry: OrderEntry) -> Terms:
    return Terms(
        reference=entry.po_number,
        shipping_method=entry.shipping_method,
        payment_terms=entry.terms,
        notes=entry.notes,
        order_date=entry.order_date,
        ship_date=entry.ship_date,
        cancel_date=entry.cancel_date,
        shipping=to_cents(entry.shipping or _NOTHING),
    )
