"""A sales document looked up by its cart or by its own number, with all that is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from partscounter.database import ReadTx
from partscounter.domain import cores, customers, dealers, fulfilment, inventory, orders, returns, sales
from partscounter.domain.cores import CoreBalance
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.fulfilment import Shipment, TakenUpdate
from partscounter.domain.inventory import Item
from partscounter.domain.orders import Order, PlacedCart, UnknownOrder
from partscounter.domain.returns import GoodsReturn, ReturnTerms
from partscounter.domain.sales import Adjustment
from partscounter.web.incoming import Query
from partscounter.web.problems import Problem, ProblemKind, RequestRejected
from partscounter.web.query import QueryReader
from partscounter.wire.inventory.user import ApiUser

_LONGEST_NUMBER = 18
_NO_DOCUMENT = "There is no such sales document."


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """Store and document id; or the cart's transaction id, and one of the two if one of several is meant."""

    vendor_id: str
    vendor_store: str
    transaction_id: str
    document_id: str


@dataclass(frozen=True, slots=True)
class SoldDocument:
    """One order as a sales document."""

    order: Order
    dealer: Dealer
    store: Store
    items: Mapping[int, Item]
    cart: PlacedCart | None
    userid: str
    shipment: Shipment | None
    updates: tuple[TakenUpdate, ...]
    adjustments: tuple[Adjustment, ...] = ()
    cores: Mapping[tuple[int, int], CoreBalance] = field(default_factory=dict)
    """Ledgers by order id and line number."""
    returns: tuple[GoodsReturn, ...] = ()
    terms: ReturnTerms = field(default_factory=ReturnTerms)


def read_lookup(query: Query) -> AskedDocument:
    """What to look up; refuses with Invalid where neither way is complete."""
    reader = QueryReader(query)
    asked = AskedDocument(
        vendor_id=reader.required_text("vendor_id"),
        vendor_store=reader.text("vendor_store") or reader.text("vendor_store_id") or "",
        transaction_id=reader.text("online_transaction_id") or "",
        document_id=reader.text("vendor_salesdocument_id") or "",
    )
    if not asked.transaction_id and not asked.document_id:
        reader.refuse("online_transaction_id", "or vendor_store and vendor_salesdocument_id are required")
    elif not asked.transaction_id and not asked.vendor_store:
        reader.refuse("vendor_store", "is required with vendor_salesdocument_id")
    reader.check()
    return asked


def get_document(tx: ReadTx, user: ApiUser, asked: AskedDocument) -> SoldDocument:
    """Any order of the vendor, by whichever door it came in.

    Refuses with UnknownOrder, and where the vendor is one that the user sees and may not sell for, as forbidden: a
    sales document tells who bought.
    """
    dealer = dealers.find_dealer_by_vendor(tx, asked.vendor_id)
    if dealer is None or not user.sees(dealer):
        raise UnknownOrder(_NO_DOCUMENT)
    check_may_sell(user, dealer)
    order = _find_in_cart(tx, dealer, asked) if asked.transaction_id else _find_by_number(tx, dealer, asked)
    if order is None:
        raise UnknownOrder(_NO_DOCUMENT)
    return _told(tx, dealer, order)


def check_may_sell(user: ApiUser, dealer: Dealer) -> None:
    """Raises RequestRejected where the vendor has not agreed to sell through the user: documents tell who bought."""
    if not user.may_sell(dealer):
        message = "You may not look up sales documents of this vendor."
        raise RequestRejected(Problem(ProblemKind.FORBIDDEN, message))


def _find_in_cart(tx: ReadTx, dealer: Dealer, asked: AskedDocument) -> Order | None:
    """The vendor's document in the cart; of several stores' the first store's, unless store or document is named."""
    number = _number(asked.transaction_id)
    bought = [] if number is None else orders.list_orders_of_cart(tx, number)
    here = sorted((order for order in bought if order.dealer_id == dealer.id), key=lambda order: order.store_id)
    if asked.vendor_store:
        store = dealers.find_store_of_dealer(tx, dealer.id, asked.vendor_store)
        here = [order for order in here if store is not None and order.store_id == store.id]
    if asked.document_id:
        here = [order for order in here if order.id == _number(asked.document_id)]
    return here[0] if here else None


def _find_by_number(tx: ReadTx, dealer: Dealer, asked: AskedDocument) -> Order | None:
    store = dealers.find_store_of_dealer(tx, dealer.id, asked.vendor_store)
    number = _number(asked.document_id)
    if store is None or number is None:
        return None
    try:
        return orders.get_order_of_store(tx, store.id, number)
    except UnknownOrder:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None


def userid_of(customer: Customer | None, cart: PlacedCart | None) -> str:
    """The buyer's end-user id: the customer's, or the one that came with the cart."""
    known = None if customer is None else customer.userid
    return known or ("" if cart is None else cart.bought_by)


def _told(tx: ReadTx, dealer: Dealer, order: Order) -> SoldDocument:
    cart = None if order.transaction_id is None else orders.find_cart(tx, order.transaction_id)
    customer = customers.get_customer(tx, order.customer_id)
    return SoldDocument(
        order=order,
        dealer=dealer,
        store=dealers.get_store(tx, order.store_id),
        items=inventory.load_items(tx, {line.item_id for line in order.lines if line.item_id is not None}),
        cart=cart,
        userid=userid_of(customer, cart),
        shipment=fulfilment.latest_shipment(tx, order.id),
        updates=tuple(fulfilment.list_updates(tx, order.id)),
        adjustments=sales.load_adjustments(tx, [order.id])[order.id],
        returns=tuple(returns.list_returns(tx, order.id)),
        terms=returns.get_return_terms(tx, dealer.id),
        cores=cores.load_balances(tx, [order.id]) if order.cores else {},
    )
