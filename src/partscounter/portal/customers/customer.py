"""One customer, and which mails they get."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from partscounter.domain import customers
from partscounter.domain.notifications import Group
from partscounter.portal.area import StaffDesk
from partscounter.portal.customers.dossier import load_dossier
from partscounter.portal.served import may_change, require_customer, require_own_customer
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

GROUPS: Final[Mapping[Group, str]] = {
    Group.DELIVERED: "Delivered",
    Group.FULLY_SHIPPED: "Fully shipped",
    Group.PARTIALLY_SHIPPED: "Partially shipped",
    Group.PICKED_UP: "Picked up",
    Group.READY_FOR_PICKUP: "Ready for pick-up",
    Group.ON_HOLD: "On hold",
    Group.RELEASED: "Released",
    Group.PROBLEM: "Problems, back orders and slipped dates",
}


class CustomerPage:
    """`/portal/customers/{customer}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        account = visit.signed_in
        with self._desk.desk.app.database.read() as tx:
            customer = require_customer(tx, account, id_in(visit, "customer"))
            dossier = load_dossier(tx, account, customer)
        return self._desk.show(
            visit,
            "customers/customer.html",
            dossier=dossier,
            customer=customer,
            groups=GROUPS,
            may_change=may_change(account, customer),
            done=visit.query.first("done") or "",
        )

    def save_mails(self, visit: Visit) -> Response:
        """Exactly the groups that are ticked are mailed from now on."""
        account, key = visit.signed_in, id_in(visit, "customer")
        wanted = set(visit.form.all("group"))
        muted = frozenset(group.value for group in Group if group.value not in wanted)
        with self._desk.desk.app.database.read() as tx:
            require_own_customer(tx, account, key)
        self._desk.desk.app.database.write(visit.actor, lambda tx: customers.change_muted(tx, key, lambda _: muted))
        return go_to(f"/portal/customers/{key}?done=mails")
