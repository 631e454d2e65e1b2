"""Ordering a kept cart: all of it or nothing, at the prices that were shown."""

from collections.abc import Callable

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.accounts import Account
from partscounter.domain.customer_templates import EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer
from partscounter.domain.kept_carts import store as sql
from partscounter.domain.kept_carts.checkout import SHIPPING_METHODS, Checkout, violations_of
from partscounter.domain.kept_carts.errors import CartChanged, EmptyCart, InvalidCheckout, LinesRefused
from partscounter.domain.kept_carts.price import price_lines
from partscounter.domain.kept_carts.priced import CartFault, PricedCart, PricedLine
from partscounter.domain.orders import (
    SERIAL_NUMBER,
    CartLine,
    Channel,
    LineFault,
    ShoppingCart,
    SoldCart,
    Terms,
    VehicleReference,
)

_FAULTS = {LineFault.NOT_AVAILABLE: CartFault.TOO_FEW}


def check_out(
    tx: WriteTx,
    owner: str,
    checkout: Checkout,
    *,
    may_sell: Callable[[Dealer], bool],
    terms: EndUserTerms,
    customer: Customer | None = None,
    account: Account | None = None,
) -> SoldCart:
    """One order for each store with all lines of the owner's cart, which is empty then.

    Refuses with EmptyCart, CartChanged, LinesRefused and InvalidCheckout. The cart is held first: of two who order it
    at the same moment one finds it empty. An order is the customer's where its dealer knows the customer; it is the
    account's in any case.
    """
    cart_id = sql.find_cart(tx, owner)
    lines = sql.lines_of(tx, owner)
    if cart_id is None or not lines:
        raise EmptyCart("There is nothing in the cart.")
    cart = price_lines(tx, lines, may_sell=may_sell, terms=terms)
    if cart.faults:
        raise LinesRefused(cart.faults)
    if cart.fingerprint != checkout.seen:
        raise CartChanged("Lines or prices are not those that were shown.")
    if violations := violations_of(checkout, cart):
        raise InvalidCheckout("Something is missing.", violations)
    shopping = _shopping_cart(cart, checkout, customer)
    sold = orders.sell_cart(tx, shopping, may_sell=may_sell, terms=terms)
    if sold.faults:
        raise LinesRefused({cart.lines[index].kept.id: _cart_fault(fault) for index, fault in sold.faults.items()})
    if account is not None:
        for order in sold.orders:
            orders.note_buyer(tx, order, account.id)
    sql.delete_carts(tx, [cart_id])
    return sold


def _cart_fault(fault: LineFault) -> CartFault:
    """What somebody else did since the cart was priced, in the words of the cart."""
    return _FAULTS.get(fault, CartFault.GONE)


def _shopping_cart(cart: PricedCart, checkout: Checkout, customer: Customer | None) -> ShoppingCart:
    delivery = checkout.delivery
    return ShoppingCart(
        lines=tuple(_line(line, checkout, has_one=len(cart.serial_numbers) <= 1) for line in cart.lines),
        catalogue=None,
        channel=Channel.WEB,
        userid="" if customer is None else customer.userid or "",
        customer_id=None if customer is None else customer.id,
        contact=checkout.contact,
        bill_to=checkout.address if customer is None else customer.invoice_address,
        ship_to=checkout.address,
        terms=Terms(
            reference=checkout.reference,
            shipping_method="" if delivery is None else SHIPPING_METHODS[delivery],
            notes=checkout.notes,
        ),
    )


def _line(line: PricedLine, checkout: Checkout, *, has_one: bool) -> CartLine:
    """At the price that was shown, which is what the buyer has agreed to."""
    return CartLine(
        vendor_id=line.dealer.vendor_id or "",
        vendor_store=line.store.vendor_store,
        inventory_id=line.item.inventory_id,
        quantity=line.kept.quantity,
        price=line.each,
        core=line.core,
        vehicle_references=_references(line, checkout, has_one=has_one),
    )


def _references(line: PricedLine, checkout: Checkout, *, has_one: bool) -> tuple[VehicleReference, ...]:
    own = line.kept.serial_number
    serial_number = (checkout.serial_number or own) if has_one else (own or checkout.serial_number)
    machine = [VehicleReference(SERIAL_NUMBER, serial_number)] if serial_number else []
    others = sorted(line.missing_references - {SERIAL_NUMBER})
    return (*machine, *(VehicleReference(kind, checkout.vehicle_references[kind]) for kind in others))
