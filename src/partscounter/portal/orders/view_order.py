"""Everything about one order that its page shows, loaded in one view of the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import customers, dealers, fulfilment, orders, returns, sales
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.export import push
from partscounter.domain.export.push import Delivery
from partscounter.domain.fulfilment import Shipment, TakenUpdate, shown_shipment, tracking_link
from partscounter.domain.orders import Order, OrderLine, Promise, Stage
from partscounter.domain.orders.reviews import Review, find_review
from partscounter.domain.returns import GoodsReturn
from partscounter.domain.sales import Adjustment, cancelled_of, subtotal_of, tax_of, total_of
from partscounter.portal.orders.view_history import Entry, view_history


@dataclass(frozen=True, slots=True)
class LineView:
    """One line with what is known of it elsewhere."""

    line: OrderLine
    promised: date | None
    returned: int
    """Units that came back, or are announced to."""


@dataclass(frozen=True, slots=True)
class ShipmentView:
    """How some of the parts travel."""

    update: TakenUpdate
    shipment: Shipment
    link: str | None


@dataclass(frozen=True, slots=True)
class Totals:
    """The amounts under the lines, adjustments included."""

    subtotal: Decimal
    cores: Decimal
    cancelled: Decimal
    """What nobody owes for cancelled units, tax aside."""
    tax: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class OrderView:
    """What the page shows."""

    order: Order
    dealer: Dealer
    store: Store
    customer: Customer | None
    lines: tuple[LineView, ...]
    stages: tuple[Stage, ...]
    """Those in which units of the order are."""
    totals: Totals
    adjustments: tuple[Adjustment, ...]
    shipments: tuple[ShipmentView, ...]
    promises: tuple[Promise, ...]
    returns: tuple[GoodsReturn, ...]
    submissions: tuple[Order, ...]
    review: Review | None
    """Of this order, or of the one that replaced it, while it is open."""
    deliveries: tuple[Delivery, ...]
    history: tuple[Entry, ...]
    now: datetime

    def newest_warnings(self) -> tuple[str, ...]:
        """What was odd about the newest update."""
        newest = next((entry.update for entry in self.history if entry.update is not None), None)
        return () if newest is None else newest.warnings


def view_order(tx: ReadTx, order: Order) -> OrderView:
    """The view of `order`."""
    adjustments = sales.load_adjustments(tx, [order.id])[order.id]
    known_returns = returns.list_returns(tx, order.id)
    promised = orders.promised_days(tx, order)
    return OrderView(
        order=order,
        dealer=dealers.get_dealer(tx, order.dealer_id),
        store=dealers.get_store(tx, order.store_id),
        customer=customers.get_customer(tx, order.customer_id),
        lines=tuple(
            LineView(line, promised.get(line.number), sum(each.claims(line.number) for each in known_returns))
            for line in order.lines
        ),
        stages=tuple(stage for stage in Stage if any(line.quantities.at(stage) for line in order.lines)),
        totals=_totals(order, adjustments),
        adjustments=adjustments,
        shipments=_shipments(tx, order),
        promises=tuple(orders.list_promises(tx, order.id)),
        returns=tuple(known_returns),
        submissions=_submissions(tx, order),
        review=_open_review(tx, order),
        deliveries=tuple(push.list_deliveries_of_order(tx, order.id)),
        history=tuple(view_history(tx, order)),
        now=tx.now,
    )


def _totals(order: Order, adjustments: Sequence[Adjustment]) -> Totals:
    gone = cancelled_of(order)
    return Totals(
        subtotal=subtotal_of(order, adjustments) - order.cores + gone.net + gone.cores,
        cores=order.cores,
        cancelled=gone.total - gone.tax,
        tax=tax_of(order, adjustments),
        total=total_of(order, adjustments),
    )


def _shipments(tx: ReadTx, order: Order) -> tuple[ShipmentView, ...]:
    shown = [(update, shown_shipment(update)) for update in fulfilment.list_updates(tx, order.id)]
    return tuple(
        ShipmentView(update, shipment, tracking_link(shipment)) for update, shipment in shown if shipment != Shipment()
    )


def _submissions(tx: ReadTx, order: Order) -> tuple[Order, ...]:
    """All of them, where there is more than one."""
    if order.revision == 0 and order.superseded_by is None:
        return ()
    return tuple(orders.list_submissions(tx, order.dealer_id, order.uuid))


def _open_review(tx: ReadTx, order: Order) -> Review | None:
    found = [find_review(tx, each) for each in (order.id, order.superseded_by) if each is not None]
    return next((review for review in found if review is not None and review.reviewed_at is None), None)
