"""A shop of two sellers, carts in it, and what their buyers say."""

from dataclasses import dataclass, replace

from partscounter.database import Database, WriteTx
from partscounter.domain import kept_carts
from partscounter.domain.customer_templates import EVERYBODY, EndUserTerms
from partscounter.domain.kept_carts import Checkout, PricedCart, WantedItem, visitor_owner
from partscounter.domain.orders import Contact, SoldCart
from tests.make.counter import TESTER, Counter, make_counter, stock_item

OWNER = visitor_owner("somebody's browser")


@dataclass(frozen=True)
class Shop:
    """Two dealers, each with ten oil filters at 100.00."""

    here: Counter
    there: Counter
    item: int
    item_there: int


def make_shop(database: Database) -> Shop:
    here, there = make_counter(database), make_counter(database, code="TD01", vendor_id="101")
    return Shop(here, there, stock_item(database, here), stock_item(database, there))


def add(database: Database, *wanted: tuple[int, int], serial_number: str = "", owner: str = OWNER) -> None:
    """Items and quantities into the owner's cart."""
    items = [WantedItem(item, quantity, serial_number) for item, quantity in wanted]
    database.write(TESTER, lambda tx: kept_carts.add_lines(tx, owner, items))


def cart_of(database: Database, owner: str = OWNER, terms: EndUserTerms = EVERYBODY) -> PricedCart:
    with database.read() as tx:
        lines = kept_carts.list_lines(tx, owner)
        return kept_carts.price_lines(tx, lines, may_sell=lambda _: True, terms=terms)


def held(database: Database, owner: str = OWNER) -> list[tuple[int, int, str]]:
    """Item, quantity and machine of each line."""
    with database.read() as tx:
        lines = kept_carts.list_lines(tx, owner)
    return [(line.item_id, line.quantity, line.serial_number) for line in lines]


def said(cart: PricedCart, **more: object) -> Checkout:
    """What a guest says who picks the parts up."""
    contact = Contact("Gus Guest", "555-0100", "gus@guest.example")
    return replace(Checkout(contact, cart.fingerprint), **more)  # type: ignore[arg-type]  # fields of any type


def check_out(
    database: Database, checkout: Checkout | None = None, owner: str = OWNER, terms: EndUserTerms = EVERYBODY
) -> SoldCart:
    known = checkout or said(cart_of(database, owner, terms))

    def order(tx: WriteTx) -> SoldCart:
        return kept_carts.check_out(tx, owner, known, may_sell=lambda _: True, terms=terms)

    return database.write(TESTER, order)
