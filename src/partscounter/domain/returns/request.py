"""Asking for a return."""

from collections.abc import Mapping
from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import Order
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.errors import InvalidReturn, NotReturnable, TooManyReturned
from partscounter.domain.returns.events import ReturnChanged
from partscounter.domain.returns.goods_return import GoodsReturn, Requester, returnable_units
from partscounter.domain.returns.lookup import get_return, list_returns
from partscounter.domain.returns.terms import get_return_terms
from partscounter.kit.refusal import Violation

_LONGEST_REASON = 1000


def request_return(
    tx: WriteTx, order_id: int, units: Mapping[int, int], *, requested_by: Requester, reason: str = ""
) -> GoodsReturn:
    """A return of `units` by line number, to be authorised.

    Refuses with UnknownOrder, InvalidReturn, NotReturnable (for a customer, beyond the days that the dealer grants),
    and TooManyReturned where fewer units were shipped and are in no other return. The order is locked: of two requests
    for the same unit at the same moment one counts.
    """
    order = orders.lock_order(tx, order_id)
    _check(order, units, reason)
    if requested_by is Requester.CUSTOMER:
        _check_days(tx, order)
    known = list_returns(tx, order.id)
    for line in order.lines:
        left = returnable_units(line, known)
        if units.get(line.number, 0) > left:
            raise TooManyReturned(f"Only {left} of line {line.number} can be returned.")
    return_id = sql.insert_return(tx, order.id, requested_by, reason.strip())
    sql.insert_lines(tx, return_id, units)
    made = get_return(tx, return_id)
    tx.emit(ReturnChanged(made))
    return made


def _check(order: Order, units: Mapping[int, int], reason: str) -> None:
    known = {line.number for line in order.lines}
    wrong = [
        Violation(f"units[{number}]", "must be at least 1, of a line of the order", count)
        for number, count in units.items()
        if number not in known or count < 1
    ]
    if not units:
        wrong.append(Violation("units", "must name at least one line"))
    if len(reason.strip()) > _LONGEST_REASON:
        wrong.append(Violation("reason", f"must have at most {_LONGEST_REASON} characters"))
    if wrong:
        raise InvalidReturn("The return cannot be asked for.", tuple(wrong))


def _check_days(tx: WriteTx, order: Order) -> None:
    """Days count from the moment when the last of the document was shipped; while it is open they have not begun."""
    days = get_return_terms(tx, order.dealer_id).days_to_return
    if days is None:
        raise NotReturnable("The dealer grants no returns of these goods.")
    if order.closed_at is not None and tx.now > order.closed_at + timedelta(days=days):
        raise NotReturnable(f"The {days} days within which the dealer takes goods back are over.")
