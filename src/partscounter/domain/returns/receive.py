"""Goods that came back, looked at: put back into stock, or scrapped."""

from collections.abc import Mapping
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders import Order
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.authorise import change_state
from partscounter.domain.returns.errors import InvalidReturn
from partscounter.domain.returns.goods_return import GoodsReturn, ReturnedLine, ReturnState
from partscounter.domain.returns.lookup import hold_return
from partscounter.kit.refusal import Violation


@dataclass(frozen=True, slots=True)
class Inspected:
    """Units of a line that came back."""

    restock: int = 0
    scrap: int = 0


def receive_return(tx: WriteTx, return_id: int, inspected: Mapping[int, Inspected]) -> GoodsReturn:
    """The return with what came, by line number; units that were announced and did not come may be returned later.

    Refuses with UnknownReturn, WrongReturnState (a return is received once) and InvalidReturn: more than announced,
    nothing at all, or restocking a line that is for no item of stock.
    """
    held, order = hold_return(tx, return_id, ReturnState.AUTHORISED)
    _check(held, order, inspected)
    lines = [ReturnedLine(each.line_number, each.units, *_came(inspected, each)) for each in held.lines]
    sql.save_received(tx, return_id, lines)
    inventory.put_back(tx, _to_stock(order, lines))
    return change_state(tx, return_id, ReturnState.RECEIVED)


def _came(inspected: Mapping[int, Inspected], line: ReturnedLine) -> tuple[int, int]:
    found = inspected.get(line.line_number, Inspected())
    return found.restock, found.scrap


def _to_stock(order: Order, lines: list[ReturnedLine]) -> dict[int, int]:
    items = {line.number: line.item_id for line in order.lines}
    units: dict[int, int] = {}
    for line in lines:
        item_id = items[line.line_number]
        if item_id is not None and line.restocked:
            units[item_id] = units.get(item_id, 0) + line.restocked
    return units


def _check(held: GoodsReturn, order: Order, inspected: Mapping[int, Inspected]) -> None:
    announced = {line.line_number: line.units for line in held.lines}
    without_item = {line.number for line in order.lines if line.item_id is None}
    wrong: list[Violation] = []
    for number, found in inspected.items():
        if min(found.restock, found.scrap) < 0 or found.restock + found.scrap > announced.get(number, 0):
            wrong.append(Violation(f"lines[{number}]", f"must be from 0 to {announced.get(number, 0)} units"))
        if found.restock and number in without_item:
            wrong.append(Violation(f"lines[{number}]", "is for no item of stock and cannot be restocked"))
    if not any(found.restock or found.scrap for found in inspected.values()):
        wrong.append(Violation("lines", "must name what came"))
    if wrong:
        raise InvalidReturn("The return cannot be received like this.", tuple(wrong))
