"""Sales documents by customer, vendor, date and approval, page by page."""

from collections.abc import Iterator

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import customers, dealers, fulfilment, orders, sales
from partscounter.domain.dealers import UnknownDealer
from partscounter.domain.orders import Order
from partscounter.domain.sales import SoldFilter
from partscounter.wire.inventory.find_document import SoldDocument, check_may_sell, userid_of
from partscounter.wire.inventory.read_list import AskedDocuments
from partscounter.wire.inventory.user import ApiUser

_DOCUMENTS_AT_ONCE = 100


def resolve(tx: ReadTx, user: ApiUser, asked: AskedDocuments) -> SoldFilter:
    """The documents of the vendors that sell through the user.

    Refuses with UnknownDealer, and as `check_may_sell` does for a vendor that is named.
    """
    customer = customers.find_customer_by_userid(tx, asked.userid) if asked.userid else None
    return SoldFilter(
        dealers=_sellers(tx, user, asked.vendor_id),
        userid=asked.userid or None,
        customer_id=None if customer is None else customer.id,
        begin=asked.begin,
        end=asked.end,
        vendor_status=asked.vendor_status,
        customer_status=asked.customer_status,
    )


def _sellers(tx: ReadTx, user: ApiUser, vendor_id: str) -> frozenset[int]:
    if not vendor_id:
        return frozenset(dealer.id for dealer in dealers.list_dealers(tx) if user.may_sell(dealer))
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id)
    if dealer is None or not user.sees(dealer):
        raise UnknownDealer("There is no such vendor.")
    check_may_sell(user, dealer)
    return frozenset({dealer.id})


def iterate_documents(app: App, wanted: SoldFilter) -> Iterator[list[SoldDocument]]:
    """All of them, newest first; each page has a transaction of its own: a slow client holds none open."""
    before: int | None = None
    while True:
        with app.database.read() as tx:
            found = sales.list_sold(tx, wanted, before=before, limit=_DOCUMENTS_AT_ONCE)
            page = _load(tx, found)
        if not page:
            return
        yield page
        before = found[-1].id


def _load(tx: ReadTx, found: list[Order]) -> list[SoldDocument]:
    if not found:
        return []
    sellers = dealers.load_dealers(tx, {order.dealer_id for order in found})
    stores = dealers.load_stores(tx, {order.store_id for order in found})
    buyers = customers.load_customers(tx, {order.customer_id for order in found if order.customer_id is not None})
    carts = orders.load_carts(tx, {order.transaction_id for order in found if order.transaction_id is not None})
    shipments = fulfilment.latest_shipments(tx, [order.id for order in found])
    adjustments = sales.load_adjustments(tx, [order.id for order in found])
    return [
        SoldDocument(
            order=order,
            dealer=sellers[order.dealer_id],
            store=stores[order.store_id],
            items={},
            cart=carts.get(order.transaction_id or 0),
            userid=userid_of(buyers.get(order.customer_id or 0), carts.get(order.transaction_id or 0)),
            shipment=shipments.get(order.id),
            updates=(),
            adjustments=adjustments[order.id],
        )
        for order in found
    ]
