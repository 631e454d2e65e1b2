"""How many promises were kept, by month: each line counts once, by the first date that was promised for it.

KEPT       its last unit left the back order on that day or before
LATE       some unit did later, or still waits though the day is over; a slip does not move the day
WAITING    units still wait, and the day is not over
WITHDRAWN  all of them were cancelled in time
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partscounter.database import ReadTx
from partscounter.database.log import events_of
from partscounter.domain.orders import store as orders_sql
from partscounter.domain.orders.backorders import store as sql
from partscounter.domain.orders.backorders.promise import Promise
from partscounter.domain.orders.quantities import Stage

_AT_ONCE = 200


class Outcome(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    LATE = "late"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Exit:
    """Units of a line left the back order."""

    day: date
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class KeptCount:
    """The lines first promised for a day of one month."""

    month: date
    """Its first day."""
    kept: int
    late: int
    waiting: int
    withdrawn: int
    slips: int
    """How often a later date took the place of an earlier one for these lines."""

    @property
    def share_kept(self) -> float | None:
        """Of those that are decided; None while there is none."""
        decided = self.kept + self.late
        return self.kept / decided if decided else None


def count_kept(tx: ReadTx, since: date, until: date, dealer_id: int | None = None) -> list[KeptCount]:
    """The months with promises from `since` to before `until`, oldest first; of one dealer or of all."""
    judged: dict[date, list[tuple[Outcome, int]]] = {}
    for ledger, outcome in _judge_lines(tx, since, until, dealer_id):
        slips = sum(promise.is_slip for promise in ledger)
        judged.setdefault(ledger[0].day.replace(day=1), []).append((outcome, slips))
    return [_count(month, judged[month]) for month in sorted(judged)]


def judge(due: date, exits: Sequence[Exit], *, is_waiting: bool, today: date) -> Outcome:
    """What became of a promise for the day `due`; `exits` are all of the line, `is_waiting` if units are left."""
    if any(each.day > due for each in exits) or (is_waiting and today > due):
        return Outcome.LATE
    if is_waiting:
        return Outcome.WAITING
    return Outcome.WITHDRAWN if all(each.is_cancelled for each in exits) else Outcome.KEPT


def _judge_lines(
    tx: ReadTx, since: date, until: date, dealer_id: int | None
) -> Iterator[tuple[list[Promise], Outcome]]:
    order_ids = sql.orders_first_promised(tx, since, until, dealer_id)
    for start in range(0, len(order_ids), _AT_ONCE):
        part = order_ids[start : start + _AT_ONCE]
        waiting = {
            line.id: line.quantities.backorder > 0
            for order in orders_sql.orders_by_id(tx, part)
            for line in order.lines
        }
        ledgers: dict[int, list[Promise]] = {}
        for promise in sql.promises_of_orders(tx, part):
            ledgers.setdefault(promise.line_id, []).append(promise)
        exits = {order_id: _exits(tx, order_id) for order_id in part}
        for line_id, ledger in ledgers.items():
            first = ledger[0]
            if since <= first.day < until:
                left = exits[first.order_id].get(first.line_number, [])
                yield ledger, judge(first.day, left, is_waiting=waiting[line_id], today=tx.now.date())


def _exits(tx: ReadTx, order_id: int) -> dict[int, list[Exit]]:
    """By line number."""
    found: dict[int, list[Exit]] = {}
    for event in events_of(tx, f"order:{order_id}"):
        moves = event.data.get("moves")
        for number, source, target, _ in moves if isinstance(moves, list) else []:
            if source == Stage.BACKORDER.value:
                left = Exit(event.occurred_at.date(), is_cancelled=target == Stage.CANCELLED.value)
                found.setdefault(int(number), []).append(left)
    return found


def _count(month: date, judged: Sequence[tuple[Outcome, int]]) -> KeptCount:
    outcomes = [outcome for outcome, _ in judged]
    return KeptCount(
        month=month,
        kept=outcomes.count(Outcome.KEPT),
        late=outcomes.count(Outcome.LATE),
        waiting=outcomes.count(Outcome.WAITING),
        withdrawn=outcomes.count(Outcome.WITHDRAWN),
        slips=sum(slips for _, slips in judged),
    )
