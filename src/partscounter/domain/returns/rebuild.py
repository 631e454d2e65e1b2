"""Rebuilding how far each return is, and what came, from the history of its order."""

from collections.abc import Iterable
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.events import ReturnChanged
from partscounter.domain.returns.lookup import list_returns

_Facts = tuple[object, object]
"""The state, and of each line its number and the units asked for, restocked and scrapped."""


@dataclass(frozen=True, slots=True)
class ReturnDifference:
    """A return that is stored otherwise than its history tells."""

    number: str
    stored: _Facts
    rebuilt: _Facts


def find_unlike_history(tx: ReadTx) -> list[ReturnDifference]:
    """Every return that is not as its history tells; none, if all is well."""
    found = []
    for order_id in sql.orders_with_returns(tx):
        told = _rebuild(events_of(tx, f"order:{order_id}"))
        for goods in list_returns(tx, order_id):
            data = ReturnChanged(goods).data()
            stored, rebuilt = (data["state"], data["lines"]), told.get(goods.id, (None, None))
            if stored != rebuilt:
                found.append(ReturnDifference(goods.number, stored, rebuilt))
    return found


def _rebuild(history: Iterable[StoredEvent]) -> dict[int, _Facts]:
    """What the last event of each return says, by the return's id."""
    changes = (event.data for event in history if event.kind == ReturnChanged.kind)
    return {int(str(data["return"])): (data["state"], data["lines"]) for data in changes}
