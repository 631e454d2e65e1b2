"""A cart as it was sent; every wrong field is named, and nothing is created."""

from datetime import UTC, datetime
from decimal import Decimal

from partscounter.domain.orders import CartLine, Contact, ShoppingCart, Terms
from partscounter.kit.address import PostalAddress
from partscounter.kit.money import parse_amount
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.decode import decode
from partscounter.wire.inventory.user import ApiUser
from partscounter_contracts.inventory import (
    DEFAULT_SHIPPING_METHOD,
    SaleAddress,
    SaleCreate,
    SaleLineItem,
    ShippingMethod,
    find_shipping_method,
)

_AMOUNTS = ("price", "core_price", "shipping_price", "tax_price")
_SHIPPING_METHODS = "must be Pick-Up or Will Call, Fastest or Expedited, Cheapest or Standard"


def decode_sale(body: bytes) -> SaleCreate:
    """The body as the contract's type; refuses with Malformed or Invalid."""
    return decode(SaleCreate, body)


def read_sale(sale: SaleCreate, user: ApiUser) -> ShoppingCart:
    """The cart; refuses with Invalid for what the types of the contract cannot see."""
    reader = _SaleReader()
    cart = ShoppingCart(
        lines=tuple(reader.line(line, f"line_items[{index}]") for index, line in enumerate(sale.line_items)),
        catalogue=user.line,
        userid=_text(sale.user_id),
        sold_at=reader.sale_date(sale.sale_date),
        contact=_contact(sale),
        bill_to=_address(sale.billing_address),
        ship_to=_address(sale.shipping_address or sale.billing_address),
        terms=Terms(
            reference=(sale.po_number or "").strip(),
            shipping_method=reader.shipping_method(sale.shipping_method),
            notes=sale.comments or "",
        ),
    )
    reader.amount(sale.sale_total, "sale_total")
    reader.check()
    return cart


class _SaleReader:
    """Reads values and remembers what was wrong."""

    def __init__(self) -> None:
        self._violations: list[Violation] = []

    def line(self, line: SaleLineItem, path: str) -> CartLine:
        price, core, shipping, tax = (self.amount(getattr(line, name), f"{path}.{name}") for name in _AMOUNTS)
        return CartLine(
            vendor_id=_text(line.vendor_id),
            vendor_store=store_of(line),
            inventory_id=_text(line.vendor_inventory_id),
            tag_number=_text(line.vendor_sku),
            quantity=1 if line.quantity is None else line.quantity,
            price=price,
            core=core,
            shipping=shipping,
            tax=tax,
        )

    def amount(self, amount: Decimal | None, path: str) -> Decimal | None:
        """An amount of zero or more, with two places at most."""
        if amount is None:
            return None
        try:
            known = parse_amount(str(amount))
        except ValueError:
            self._refuse(path, "must be an amount with at most two decimal places", str(amount))
            return None
        if known < 0:
            self._refuse(path, "must be at least 0", str(amount))
        return known

    def sale_date(self, text: str | None) -> datetime | None:
        """`YYYY-MM-DD HH:MM`, with seconds optional, in UTC."""
        if text is None:
            return None
        try:
            return datetime.fromisoformat(text.rstrip(":")).replace(tzinfo=UTC)
        except ValueError:
            self._refuse("sale_date", "must be a date and time that exists, such as 2026-03-02 09:30:00", text)
            return None

    def shipping_method(self, text: str | None) -> str:
        method: ShippingMethod | None = DEFAULT_SHIPPING_METHOD if not text else find_shipping_method(text)
        if method is None:
            self._refuse("shipping_method", _SHIPPING_METHODS, text)
            return ""
        return method.value

    def check(self) -> None:
        if self._violations:
            raise Invalid("The cart is not as described.", tuple(self._violations))

    def _refuse(self, path: str, issue: str, value: object) -> None:
        self._violations.append(Violation(path, issue, value))


def store_of(line: SaleLineItem) -> str:
    """The store's number, under either of its names."""
    return _text(line.vendor_store if line.vendor_store is not None else line.vendor_store_id)


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value).strip()


def _contact(sale: SaleCreate) -> Contact:
    """Who is told: whoever is billed, or, where no address of theirs is known, whoever it is shipped to."""
    known = [each for each in (sale.billing_address, sale.shipping_address) if each is not None and each.email]
    told = known[0] if known else sale.billing_address or sale.shipping_address or SaleAddress()
    return Contact(_text(told.contact), _text(told.phone_number), _text(told.email), _text(told.company))


def _address(sent: SaleAddress | None) -> PostalAddress:
    if sent is None:
        return PostalAddress()
    return PostalAddress(
        contact=_text(sent.contact),
        company=_text(sent.company),
        street=_text(sent.street),
        city=_text(sent.city),
        state=_text(sent.state),
        postal_code=_text(sent.postal_code),
        country=_text(sent.country),
        phone=_text(sent.phone_number),
        fax=_text(sent.fax_number),
        email=_text(sent.email),
    )
