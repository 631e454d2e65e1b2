"""Promising when the back-ordered units of lines come, and saying so when that changes.

             first date                 later than told          not later than told     same date
the customer by confirmation or mail    by one mail              is not mailed           nothing
the ledger   a promise                  a promise (a slip)       a promise               unchanged
"""

from collections.abc import Mapping
from datetime import date

from partscounter.database import WriteTx
from partscounter.domain.orders.backorders import store as sql
from partscounter.domain.orders.backorders.errors import InvalidPromise, NotOnBackOrder
from partscounter.domain.orders.backorders.events import LinesPromised
from partscounter.domain.orders.backorders.promise import Promise, Telling
from partscounter.domain.orders.line import OrderLine
from partscounter.domain.orders.lookup import lock_order
from partscounter.domain.orders.order import Order
from partscounter.kit.refusal import Violation


def promise_lines(tx: WriteTx, order_id: int, days: Mapping[int, date], *, reason: str = "") -> list[Promise]:
    """The promises made: one for each line number of `days` whose date is not the one promised already.

    The customer gets at most one mail for all of them. Refuses with UnknownOrder, with InvalidPromise (no such line, a
    day that is over in UTC) and with NotOnBackOrder. The order is locked first: of two changes at once the second
    starts from what the first has promised.
    """
    order = lock_order(tx, order_id)
    lines = {line.number: line for line in order.lines}
    _check(tx, lines, days)
    return record_promises(tx, order, days, first_told=Telling.MAIL, reason=reason)


def record_promises(
    tx: WriteTx, order: Order, days: Mapping[int, date], *, first_told: Telling, reason: str
) -> list[Promise]:
    """Store and announce what changes; `first_told` is how the customer learns of a line's first date.

    The caller holds the order's lock and has checked.
    """
    current = {promise.line_number: promise for promise in sql.promises_of_orders(tx, [order.id])}
    rows = [
        _row(tx, order, line, current=current.get(line.number), day=days[line.number], first_told=first_told)
        for line in order.lines
        if line.number in days and not _is_promised(current.get(line.number), days[line.number])
    ]
    if not rows:
        return []
    made = sql.insert_promises(tx, [row | {"reason": reason} for row in rows])
    tx.emit(LinesPromised(order.id, made))
    return made


def _check(tx: WriteTx, lines: Mapping[int, OrderLine], days: Mapping[int, date]) -> None:
    today = tx.now.date()
    wrong = [Violation("line", "is no line of the order", number) for number in sorted(days) if number not in lines]
    wrong += [Violation("date", "is over", days[number].isoformat()) for number in sorted(days) if days[number] < today]
    if wrong:
        raise InvalidPromise("The promise cannot be made.", tuple(wrong))
    for number in sorted(days):
        if not lines[number].quantities.backorder:
            raise NotOnBackOrder(f"No unit of line {number} is on back order.")


def _is_promised(current: Promise | None, day: date) -> bool:
    return current is not None and current.day == day


def _row(
    tx: WriteTx, order: Order, line: OrderLine, *, current: Promise | None, day: date, first_told: Telling
) -> dict[str, object]:
    told_before = None if current is None else current.told
    telling = _telling(told_before, day, first_told)
    return {
        "order_id": order.id,
        "line_id": line.id,
        "line_number": line.number,
        "made_at": tx.now,
        "actor": tx.actor.name,
        "door": tx.actor.door,
        "day_before": None if current is None else current.day,
        "day": day,
        "told_before": told_before,
        "told": told_before if telling is Telling.NOTHING else day,
        "telling": telling.value,
        "units": line.quantities.backorder,
    }


def _telling(told_before: date | None, day: date, first_told: Telling) -> Telling:
    if told_before is None:
        return first_told
    return Telling.MAIL if day > told_before else Telling.NOTHING
