"""`/portal/sales/cores`: deposits that are open, when their old parts are due, and what comes back for them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import cores, customers, orders
from partscounter.domain.cores import CoreBalance, Grade
from partscounter.domain.customers import Customer
from partscounter.domain.orders import Order
from partscounter.kit.refusal import Conflict, Invalid
from partscounter.portal.area import MANAGERS, StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit, go_to

ROWS: Final = 50
_LONGEST_NOTE: Final = 500
_MOST_DIGITS: Final = 6
_HIGHEST_LINE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class CoreRow:
    """A ledger with its order and customer."""

    balance: CoreBalance
    order: Order
    customer: Customer | None
    overdue: int
    """Units whose old parts should have come back."""

    @property
    def code(self) -> str:
        """The part's."""
        return next(line.code for line in self.order.lines if line.number == self.balance.charge.line_number)


class CoresPage:
    """The list, and the ledger of one line."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        customer_id, before = (number_of(visit.query.first(name) or "") for name in ("customer", "before"))
        with self._desk.desk.app.database.read() as tx:
            found = cores.list_outstanding(
                tx, visit.signed_in.dealers_seen, customer_id=customer_id, before=before, limit=ROWS + 1
            )
            order_ids = list(dict.fromkeys(each.charge.order_id for each in found))
            shown = set(order_ids[:ROWS])
            rows = _rows(tx, [each for each in found if each.charge.order_id in shown])
        kept = f"customer={customer_id}&" if customer_id else ""
        return self._desk.show(
            visit,
            "sales/cores.html",
            rows=rows,
            totals=_totals(rows),
            customer_id=customer_id,
            before=before,
            next_page=f"/portal/sales/cores?{kept}before={order_ids[ROWS - 1]}" if len(order_ids) > ROWS else "",
            may_close=visit.signed_in.role in MANAGERS,
            done=visit.query.first("done") or "",
        )

    def close(self, visit: Visit) -> Response:
        """Keep the deposits of what is overdue, for the dealers of this person."""
        dealers = visit.signed_in.dealers_seen
        closed = self._desk.desk.app.database.write(actor_with_form(visit), lambda tx: cores.close_overdue(tx, dealers))
        return go_to(f"/portal/sales/cores?done=closed-{len(closed)}")

    def show(self, visit: Visit) -> Response:
        return self._show(visit)

    def take(self, visit: Visit) -> Response:
        """An old part came back."""
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        line, units, grade = _line_of(visit), number_of(visit.field("units")), visit.field("grade")
        if units is None or len(visit.field("units")) > _MOST_DIGITS or grade not in set(Grade):
            return self._show(visit, 422, problem="Please say how many came back, and how good they are.")
        note, key = visit.field("note")[:_LONGEST_NOTE], f"{visit.field('seen')}:{units}:{grade}"

        def take(tx: WriteTx) -> str:
            cores.return_core(tx, order.id, line, units, Grade(grade), note=note)
            return ""

        try:
            self._desk.desk.app.database.write(
                actor_with_form(visit),
                lambda tx: orders.once(
                    tx, scope=f"core:{order.id}:{line}", key=key, body=key.encode(), do=lambda: take(tx)
                ),
            )
        except (Invalid, Conflict) as refused:
            return self._show(visit, 422 if isinstance(refused, Invalid) else 409, problem=refused.message)
        return go_to(f"/portal/sales/cores/{order.id}/{line}?done=taken")

    def _show(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            balance = cores.load_balances(tx, [order.id]).get((order.id, _line_of(visit)))
            if balance is None:
                raise HTTPException(404)
            (row,) = _rows(tx, [balance])
        return self._desk.show(
            visit,
            "sales/core.html",
            status,
            row=row,
            balance=balance,
            order=order,
            seen=len(balance.entries),
            grades=[(Grade.FULL, "Good: all of it"), (Grade.PARTIAL, "Worn: a part"), (Grade.NONE, "Useless: nothing")],
            problem=problem,
            posted=dict(visit.form.pairs),
            done=visit.query.first("done") == "taken",
        )


def _rows(tx: ReadTx, balances: list[CoreBalance]) -> list[CoreRow]:
    found = {each.id: each for each in orders.list_orders_by_id(tx, sorted({b.charge.order_id for b in balances}))}
    keys = {each.charge.customer_id for each in balances if each.charge.customer_id is not None}
    buyers = customers.load_customers(tx, keys)
    return [
        CoreRow(
            balance=each,
            order=found[each.charge.order_id],
            customer=buyers.get(each.charge.customer_id or 0),
            overdue=each.due_on(tx.now.date()),
        )
        for each in balances
    ]


def _totals(rows: list[CoreRow]) -> dict[str, Decimal]:
    """What is outstanding on this page, by currency."""
    totals: dict[str, Decimal] = {}
    for row in rows:
        currency = row.balance.charge.currency
        totals[currency] = totals.get(currency, Decimal(0)) + row.balance.outstanding
    return totals


def _line_of(visit: Visit) -> int:
    line = id_in(visit, "line")
    if line > _HIGHEST_LINE:
        raise HTTPException(404)
    return line
