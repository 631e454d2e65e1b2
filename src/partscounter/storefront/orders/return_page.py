"""Asking to send parts of an order back."""

from collections.abc import Mapping

from starlette.responses import Response

from partscounter.domain import returns
from partscounter.domain.returns import InvalidReturn, NotReturnable, Requester, TooManyReturned
from partscounter.storefront.orders.facts import load_facts
from partscounter.storefront.orders.theirs import get_own_order
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to

_FIELD = "units-"
_LARGEST = 999_999


class ReturnPage:
    """`/shop/orders/{id}/return`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        return sign_in_first(visit) if visit.account is None else self._form(visit)

    def take(self, visit: Visit) -> Response:
        """A return of the units that were named, for the dealer to authorise."""
        with visit.app.database.read() as tx:
            order = get_own_order(tx, visit)
        given = {name.removeprefix(_FIELD): text for name, text in visit.form.pairs if name.startswith(_FIELD)}
        units, reason = _read(given), visit.field("reason")
        try:
            visit.app.database.write(
                visit.actor,
                lambda tx: returns.request_return(tx, order.id, units, requested_by=Requester.CUSTOMER, reason=reason),
            )
        except InvalidReturn:
            return self._form(visit, 400, problem="invalid", given=given)
        except TooManyReturned:
            return self._form(visit, 409, problem="too_many", given=given)
        except NotReturnable:
            return self._form(visit, 409, problem="not_returnable", given=given)
        return go_to(f"/shop/orders/{order.id}?done=returned")

    def _form(
        self, visit: Visit, status: int = 200, *, problem: str = "", given: Mapping[str, str] | None = None
    ) -> Response:
        with visit.app.database.read() as tx:
            facts = load_facts(tx, get_own_order(tx, visit))
            terms = returns.get_return_terms(tx, facts.dealer.id)
        values = {"facts": facts, "order": facts.order, "terms": terms, "problem": problem, "given": given or {}}
        return self._desk.show(visit, "orders/return.html", status, reason=visit.field("reason"), **values)


def _read(given: Mapping[str, str]) -> dict[int, int]:
    """Units by line number, without lines that were left at nothing; none at all if something is no number."""
    units: dict[int, int] = {}
    for line, text in given.items():
        plain = text.strip() or "0"
        if not (plain.isascii() and plain.isdigit() and line.isascii() and line.isdigit()):
            return {}
        if int(plain):
            units[int(line)] = min(int(plain), _LARGEST)
    return units
