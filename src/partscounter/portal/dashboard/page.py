"""The dashboard."""

from starlette.responses import Response

from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.web.visits import Visit


class DashboardPage:
    """`/portal`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
        return self._desk.show(visit, "dashboard/dashboard.html", dealers=dealers)
