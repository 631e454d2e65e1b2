"""`/portal/orders/{id}/promise`: when the units on back order come."""

from collections.abc import Mapping
from datetime import date, datetime

from starlette.responses import Response

from partscounter.domain import orders
from partscounter.domain.orders import InvalidPromise, NotOnBackOrder
from partscounter.kit.refusal import Refusal
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.find_order import find_order
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.web.visits import Visit, go_to

_LONGEST = 500


class PromisePage:
    """A date for each line that waits."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return self._show(visit)

    def take(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
        days, wrong = _read(visit)
        if wrong or not days:
            return self._show(visit, 422, wrong=wrong, problem="" if wrong else "Please name a date.")
        reason = visit.field("reason")[:_LONGEST]
        try:
            made = self._desk.desk.app.database.write(
                actor_with_form(visit), lambda tx: orders.promise_lines(tx, order.id, days, reason=reason)
            )
        except (InvalidPromise, NotOnBackOrder) as refused:
            return self._show(visit, 422, problem=_sentence(refused))
        return go_to(f"/portal/orders/{order.id}?done={'promise' if made else 'same_promise'}")

    def _show(
        self, visit: Visit, status: int = 200, *, wrong: Mapping[str, str] | None = None, problem: str = ""
    ) -> Response:
        posted = {name: value.strip() for name, value in visit.form.pairs}
        with self._desk.desk.app.database.read() as tx:
            order = find_order(tx, visit)
            promised = orders.promised_days(tx, order)
            today = tx.now.date()
        return self._desk.show(
            visit,
            "orders/promise.html",
            status,
            order=order,
            lines=[line for line in order.lines if line.quantities.backorder],
            promised=promised,
            today=today,
            posted=posted,
            wrong=wrong or {},
            problem=problem,
        )


def _read(visit: Visit) -> tuple[dict[int, date], dict[str, str]]:
    """Dates by line number from fields `day-<line number>`, and what is no date by field."""
    days: dict[int, date] = {}
    wrong: dict[str, str] = {}
    for name, value in visit.form.pairs:
        field, _, number = name.partition("-")
        text = value.strip()
        if field != "day" or not text or not (number.isascii() and number.isdigit() and len(number) <= len("999999")):
            continue
        try:
            days[int(number)] = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, which has no zone
        except ValueError:
            wrong[name] = "must be a date such as 2026-12-01"
    return days, wrong


def _sentence(refused: Refusal) -> str:
    if isinstance(refused, InvalidPromise):
        return " ".join(
            f"{violation.value}: the {violation.field} {violation.issue}." for violation in refused.violations
        )
    return refused.message
