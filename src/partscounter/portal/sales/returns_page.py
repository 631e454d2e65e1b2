"""`/portal/sales/returns`: goods that come back, from the request to the credit."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import orders, returns
from partscounter.domain.orders import Order, OrderLine
from partscounter.domain.returns import GoodsReturn, Inspected, Requester, ReturnedLine, ReturnState, returnable_units
from partscounter.kit.refusal import Conflict, Invalid, Refusal
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit, go_to

ROWS: Final = 50
_LONGEST_NOTE: Final = 500
_UNITS: Final = re.compile(r"(units|restock|scrap)-([0-9]{1,6})")
_MOST_DIGITS: Final = 6
_PERCENT: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_DONE: Final = {
    "authorise": "Authorised: the customer is told that the goods may be sent.",
    "refuse": "Refused.",
    "withdraw": "Withdrawn.",
    "receive": "Received.",
    "credit": "Credited: the customer is told.",
    "request": "The return is asked for; authorise it, and the customer is told where to send the goods.",
}


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A return with its order."""

    goods: GoodsReturn
    order: Order


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of a return with that of its order."""

    returned: ReturnedLine
    line: OrderLine


class ReturnsPage:
    """The list, one return, and asking for one."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        dealers, text = visit.signed_in.dealers_seen, visit.query.first("state") or ""
        state = ReturnState(text) if text in set(ReturnState) else None
        before = number_of(visit.query.first("before") or "")
        with self._desk.desk.app.database.read() as tx:
            found = returns.list_newest_returns(tx, dealers, state=state, before=before, limit=ROWS + 1)
            counts = returns.count_returns(tx, dealers)
            known = {each.id: each for each in orders.list_orders_by_id(tx, [goods.order_id for goods in found])}
        rows = [ReturnRow(goods, known[goods.order_id]) for goods in found[:ROWS]]
        more = f"state={state.value}&" if state else ""
        next_page = f"/portal/sales/returns?{more}before={rows[-1].goods.id}" if len(found) > ROWS else ""
        return self._desk.show(
            visit,
            "sales/returns.html",
            rows=rows,
            counts=counts,
            state=state,
            states=list(ReturnState),
            before=before,
            next_page=next_page,
        )

    def show(self, visit: Visit) -> Response:
        return self._show(visit)

    def take(self, visit: Visit) -> Response:
        """What the button says: authorise, refuse, withdraw, receive or credit."""
        with self._desk.desk.app.database.read() as tx:
            goods, _ = _find(tx, visit)
        act, problem = _act_of(visit, goods.id)
        if act is None:
            return self._show(visit, 422, problem=problem)
        try:
            self._desk.desk.app.database.write(actor_with_form(visit), act)
        except (Invalid, Conflict) as refused:
            return self._show(visit, 422 if isinstance(refused, Invalid) else 409, problem=_sentence(refused))
        return go_to(f"/portal/sales/returns/{goods.id}?done={visit.field('do')}")

    def ask(self, visit: Visit) -> Response:
        return self._show_form(visit)

    def request(self, visit: Visit) -> Response:
        """For the dealer, who is not bound by the days that customers have."""
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        posted = _posted_units(visit)
        if posted is None:
            return self._show_form(visit, 422, problem="Units must be whole numbers.")
        units = {number: count for (_, number), count in posted.items() if count}
        reason, seen = visit.field("reason")[:_LONGEST_NOTE], visit.field("seen")

        def ask(tx: WriteTx) -> str:
            made = returns.request_return(tx, order.id, units, requested_by=Requester.DEALER, reason=reason)
            return str(made.id)

        key = f"{seen}:{sorted(units.items())}"
        try:
            made = self._desk.desk.app.database.write(
                actor_with_form(visit),
                lambda tx: orders.once(tx, scope=f"return:{order.id}", key=key, body=key.encode(), do=lambda: ask(tx)),
            )
        except (Invalid, Conflict) as refused:
            return self._show_form(visit, 422 if isinstance(refused, Invalid) else 409, problem=_sentence(refused))
        return go_to(f"/portal/sales/returns/{made}?done=request")

    def _show(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            goods, order = _find(tx, visit)
            terms = returns.get_return_terms(tx, order.dealer_id)
        lines = {line.number: line for line in order.lines}
        return self._desk.show(
            visit,
            "sales/return.html",
            status,
            goods=goods,
            order=order,
            lines=[ReturnLine(each, lines[each.line_number]) for each in goods.lines],
            terms=terms,
            problem=problem,
            posted=_fields(visit),
            done=_DONE.get(visit.query.first("done") or "", ""),
        )

    def _show_form(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            known = returns.list_returns(tx, order.id)
        left = [(line, returnable_units(line, known)) for line in order.lines]
        return self._desk.show(
            visit,
            "sales/ask_return.html",
            status,
            order=order,
            lines=[(line, units) for line, units in left if units > 0],
            seen=len(known),
            problem=problem,
            posted=_fields(visit),
        )


def _find(tx: ReadTx, visit: Visit) -> tuple[GoodsReturn, Order]:
    goods = returns.get_return(tx, id_in(visit, "return"))
    return goods, find_order(tx, visit, goods.order_id)


Act = Callable[[WriteTx], GoodsReturn]


def _act_of(visit: Visit, return_id: int) -> tuple[Act | None, str]:
    """What is to be done, or why it cannot be read."""
    note = visit.field("note")[:_LONGEST_NOTE]
    match visit.field("do"):
        case "authorise":
            return lambda tx: returns.authorise_return(tx, return_id, note=note), ""
        case "refuse":
            return lambda tx: returns.refuse_return(tx, return_id, note=note), ""
        case "withdraw":
            return lambda tx: returns.withdraw_return(tx, return_id), ""
        case "receive":
            return _receipt(visit, return_id)
        case "credit":
            return _crediting(visit, return_id)
    return None, "Please choose what to do."


def _receipt(visit: Visit, return_id: int) -> tuple[Act | None, str]:
    posted = _posted_units(visit)
    if posted is None:
        return None, "Units must be whole numbers."
    numbers = {number for _, number in posted}
    came = {
        number: Inspected(posted.get(("restock", number), 0), posted.get(("scrap", number), 0)) for number in numbers
    }
    return lambda tx: returns.receive_return(tx, return_id, came), ""


def _crediting(visit: Visit, return_id: int) -> tuple[Act | None, str]:
    text = visit.field("percent")
    if text and not _PERCENT.fullmatch(text):
        return None, "The restocking fee must be a number from 0 to 100, such as 12.5."
    percent = Decimal(text) if text else None
    return lambda tx: returns.credit_return(tx, return_id, restocking_percent=percent), ""


def _posted_units(visit: Visit) -> dict[tuple[str, int], int] | None:
    """By kind and line number; None if one of them is no whole number."""
    found: dict[tuple[str, int], int] = {}
    for name, text in _fields(visit).items():
        named = _UNITS.fullmatch(name)
        if named is None or not text:
            continue
        count = _count(text)
        if count is None:
            return None
        found[named[1], int(named[2])] = count
    return found


def _fields(visit: Visit) -> Mapping[str, str]:
    return {name: value.strip() for name, value in visit.form.pairs}


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _sentence(refused: Refusal) -> str:
    if not isinstance(refused, Invalid):
        return refused.message
    said = (f"{violation.field} {violation.issue}" for violation in refused.violations)
    return f"{refused.message} {'; '.join(said)}".strip()
