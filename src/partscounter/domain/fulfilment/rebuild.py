"""Rebuilding where every unit is from the history alone, to show that nothing was lost, made or moved unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain import orders
from partscounter.domain.orders import Move, Order, Quantities, Stage


@dataclass(frozen=True, slots=True)
class Difference:
    """A line whose stored quantities are not those of its history."""

    order_id: int
    line_number: int
    stored: Quantities
    rebuilt: Quantities


def find_differences(tx: ReadTx) -> Iterator[Difference]:
    """Every line of every order that the history tells otherwise; none, if all is well."""
    for order in orders.iterate_orders(tx):
        rebuilt = rebuild_quantities(events_of(tx, f"order:{order.id}"))
        yield from _compare(order, rebuilt)


def rebuild_quantities(history: list[StoredEvent]) -> dict[int, Quantities]:
    """Where the units of each line number are, told by the events of one order."""
    lines: dict[int, Quantities] = {}
    for event in history:
        for number, quantity in _pairs(event.data.get("quantities")):
            lines[number] = Quantities(open=quantity)
        for number, move in _moves(event.data):
            lines[number] = lines[number].after([move])
    return lines


def _compare(order: Order, rebuilt: Mapping[int, Quantities]) -> Iterator[Difference]:
    for line in order.lines:
        told = rebuilt.get(line.number, Quantities())
        if told != line.quantities:
            yield Difference(order.id, line.number, line.quantities, told)


def _moves(data: Mapping[str, object]) -> Iterator[tuple[int, Move]]:
    moves = data.get("moves")
    for number, source, target, units in moves if isinstance(moves, list) else []:
        yield int(number), Move(Stage(source), Stage(target), int(units))


def _pairs(pairs: object) -> Iterator[tuple[int, int]]:
    for number, quantity in pairs if isinstance(pairs, list) else []:
        yield int(number), int(quantity)
