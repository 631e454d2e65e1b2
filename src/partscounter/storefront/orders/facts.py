"""Everything that a page says of one order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import cores, dealers, fulfilment, orders, returns, sales
from partscounter.domain.cores import CoreBalance
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.fulfilment import Shipment, TakenUpdate
from partscounter.domain.orders import Order, OrderLine
from partscounter.domain.returns import GoodsReturn
from partscounter.domain.sales import Adjustment
from partscounter.storefront.orders.progress import Standing, Step, standing_of, steps_of


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the dealer said of the order's fulfilment."""

    update: TakenUpdate
    shipment: Shipment
    link: str | None


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """One order."""

    order: Order
    dealer: Dealer
    store: Store
    told: tuple[Told, ...]
    """The newest first."""
    promises: Mapping[int, date]
    """By line number, of lines that have units on back order."""
    adjustments: tuple[Adjustment, ...]
    returns: tuple[GoodsReturn, ...]
    cores: Mapping[int, CoreBalance]
    """By line number."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self.order)

    @property
    def standing(self) -> Standing:
        return standing_of(self.order)

    @property
    def seller(self) -> str:
        """The name that customers know the store by."""
        return self.store.company or self.dealer.name

    @property
    def total(self) -> Decimal:
        """What the buyer owes in all, cores included."""
        return sales.total_of(self.order, self.adjustments)

    @property
    def cancelled(self) -> Decimal:
        """What nobody owes for units that were cancelled, tax included."""
        return sales.cancelled_of(self.order).total

    @property
    def returnable(self) -> tuple[tuple[OrderLine, int], ...]:
        """Lines with units that can be sent back, and how many."""
        counted = ((line, returns.returnable_units(line, self.returns)) for line in self.order.lines)
        return tuple((line, units) for line, units in counted if units > 0)

    @property
    def machines(self) -> tuple[str, ...]:
        """The serial numbers that lines name."""
        references = (each for line in self.order.lines for each in line.vehicle_references)
        return tuple(dict.fromkeys(each.value for each in references if each.type.upper() == orders.SERIAL_NUMBER))


def load_facts(tx: ReadTx, order: Order) -> OrderFacts:
    """All of it, in as many queries as there are kinds of facts."""
    updates = fulfilment.list_updates(tx, order.id)
    return OrderFacts(
        order=order,
        dealer=dealers.get_dealer(tx, order.dealer_id),
        store=dealers.get_store(tx, order.store_id),
        told=tuple(_told(update) for update in reversed(updates)),
        promises=orders.promised_days(tx, order),
        adjustments=sales.load_adjustments(tx, [order.id])[order.id],
        returns=tuple(returns.list_returns(tx, order.id)),
        cores=_cores(tx, order),
    )


def due_day(balance: CoreBalance) -> date | None:
    """Until when the next old part is to come back; None where there is no such day, or nothing is owed."""
    if not balance.outstanding_units:
        return None
    return min((entry.due_on for entry in balance.entries if entry.due_on is not None), default=None)


def _told(update: TakenUpdate) -> Told:
    shipment = fulfilment.shown_shipment(update)
    return Told(update, shipment, fulfilment.tracking_link(shipment))


def _cores(tx: ReadTx, order: Order) -> dict[int, CoreBalance]:
    return {each.charge.line_number: each for each in cores.load_balances(tx, [order.id]).values()}
