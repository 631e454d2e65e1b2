"""One item: everything known of it, who holds it, what was put right on it; counting, retiring, bringing it back."""

from collections.abc import Callable
from functools import partial

from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import orders
from partscounter.domain.accounts import Role
from partscounter.domain.inventory import UnknownItem, takeback
from partscounter.domain.inventory.changes import (
    Expected,
    ItemChanged,
    Put,
    Retire,
    fed_of,
    find_kept_item,
    texts_of,
    version_of,
)
from partscounter.domain.inventory.corrections import InvalidCount, correct_item, count_item, list_corrections
from partscounter.kit.refusal import Invalid, Refusal
from partscounter.portal.area import StaffDesk
from partscounter.portal.inventory.fields import GROUPS, LABELS
from partscounter.portal.inventory.reach import OwnItem, own_item
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

_LONGEST_NUMBER = 10


class ItemPage:
    """`/portal/inventory/{id}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def count(self, visit: Visit) -> Response:
        """Units that somebody has counted, and why the number differs."""
        own = self._own(visit)
        units, reason = visit.field("units"), visit.field("reason")
        number = int(units) if units.isascii() and units.isdigit() and len(units) <= _LONGEST_NUMBER else -1
        version = visit.field("version")
        return self._carry_out(
            visit,
            "counted",
            lambda tx: count_item(tx, own.item.id, number, reason, version),
            units=units,
            reason=reason,
        )

    def retire(self, visit: Visit) -> Response:
        """Off offer, if it is as it was seen."""
        own = self._own(visit)
        change = Retire(own.name, Expected(versions=frozenset({visit.field("version")})))
        return self._carry_out(visit, "retired", partial(correct_item, change=change))

    def restore(self, visit: Visit) -> Response:
        """On offer again, with everything that it was."""
        own = self._own(visit)
        fed = fed_of(own.item, listed=True)
        with self._desk.desk.app.database.read() as tx:
            is_kept = find_kept_item(tx, own.store.id, own.item.inventory_id) is not None
        expected = Expected(versions=frozenset({visit.field("version")})) if is_kept else Expected(is_new=True)
        return self._carry_out(visit, "restored", partial(correct_item, change=Put(own.name, fed, expected)))

    def _own(self, visit: Visit) -> OwnItem:
        with self._desk.desk.app.database.read() as tx:
            return own_item(tx, visit.signed_in, id_in(visit, "id"))

    def _carry_out(self, visit: Visit, done: str, verb: Callable[[WriteTx], object], **given: str) -> Response:
        try:
            self._desk.desk.app.database.write(visit.actor, verb)
        except InvalidCount as refused:
            return self._page(visit, 400, refused=refused, given=given)
        except ItemChanged as refused:
            return self._page(visit, 409, refused=refused, given=given)
        except UnknownItem as refused:
            return self._page(visit, 404, refused=refused)
        return go_to(f"/portal/inventory/{visit.path('id')}?done={done}")

    def _page(
        self, visit: Visit, status: int = 200, *, refused: Refusal | None = None, given: dict[str, str] | None = None
    ) -> Response:
        with self._desk.desk.app.database.read() as tx:
            own = own_item(tx, visit.signed_in, id_in(visit, "id"))
            about = _about(tx, own)
        wrong = {each.field: each.issue for each in refused.violations} if isinstance(refused, Invalid) else {}
        return self._desk.show(
            visit,
            "inventory/item.html",
            status,
            own=own,
            item=own.item,
            refused=refused,
            wrong=wrong,
            given=given or {},
            done=visit.query.first("done") or "",
            labels=LABELS,
            groups=GROUPS,
            sees_imports=visit.signed_in.role is Role.OPERATOR,
            **about,
        )


def _about(tx: ReadTx, own: OwnItem) -> dict[str, object]:
    return {
        "texts": texts_of(own.item),
        "version": version_of(own.item),
        "is_retired": find_kept_item(tx, own.store.id, own.item.inventory_id) is None,
        "holdings": orders.list_holdings(tx, own.item.id),
        "imports": takeback.list_imports_of_item(tx, own.item.id),
        "corrections": list_corrections(tx, own.item.id),
    }
