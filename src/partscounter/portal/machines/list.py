"""The machines that somebody serves, found by code, serial number, make, model or owner."""

from starlette.responses import Response

from partscounter.domain import assets, customers
from partscounter.domain.assets import MachinesWanted
from partscounter.portal.area import StaffDesk
from partscounter.portal.paging import SIZE, offset_of, paging_of
from partscounter.web.visits import Visit

LONGEST_SEARCH = 200


class MachineList:
    """`/portal/machines`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        text = (visit.query.first("q") or "").strip()[:LONGEST_SEARCH]
        wanted = MachinesWanted(text, visit.signed_in.dealers_seen)
        with self._desk.desk.app.database.read() as tx:
            total, found = assets.search_machines(tx, wanted, offset=offset_of(visit), limit=SIZE)
            owners = customers.load_customers(tx, {each.customer_id for each in found if each.customer_id is not None})
            free = len(assets.list_free_codes(tx))
        return self._desk.show(
            visit,
            "machines/list.html",
            text=text,
            machines=found,
            owners=owners,
            free=free,
            paging=paging_of(visit, total),
        )
