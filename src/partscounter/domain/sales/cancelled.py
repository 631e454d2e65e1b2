"""What of an order nobody owes, because its units were cancelled.

The order keeps the amounts that were ordered. Its sales document takes these off again.
"""

from dataclasses import dataclass
from decimal import Decimal

from partscounter.domain.orders import Order, OrderLine
from partscounter.kit.money import to_cents

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class CancelledAmounts:
    """The part of each amount that fell away."""

    net: Decimal = _NOTHING
    cores: Decimal = _NOTHING
    shipping: Decimal = _NOTHING
    """Only where nothing is left that could be shipped; for a whole order less its discount."""
    tax: Decimal = _NOTHING

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.net + self.cores + self.shipping + self.tax


def cancelled_of_line(line: OrderLine) -> CancelledAmounts:
    """What was cancelled of a line; what is left of it, and what comes back of that, adds up to the cent."""
    cancelled, left = line.quantities.cancelled, line.quantity - line.quantities.cancelled
    if not cancelled:
        return CancelledAmounts()
    return CancelledAmounts(
        net=line.extended_price - to_cents(line.price.each * left),
        cores=line.price.core * cancelled,
        shipping=_NOTHING if left else line.price.shipping,
        tax=line.tax - to_cents(line.tax * left / line.quantity),
    )


def cancelled_of(order: Order) -> CancelledAmounts:
    """What was cancelled of all lines; of a void document all that was to be paid."""
    lines = [cancelled_of_line(line) for line in order.lines if line.quantities.cancelled]
    charges = order.terms.shipping - order.terms.discount if order.is_void else _NOTHING
    return CancelledAmounts(
        net=sum((each.net for each in lines), _NOTHING),
        cores=sum((each.cores for each in lines), _NOTHING),
        shipping=sum((each.shipping for each in lines), charges),
        tax=sum((each.tax for each in lines), _NOTHING),
    )
