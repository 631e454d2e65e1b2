"""The dashboard."""

from starlette.responses import Response

from partscounter.domain.notifications import MailState
from partscounter.domain.orders.queue import Work
from partscounter.domain.returns import ReturnState
from partscounter.jobs import State
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.dashboard.figures import read_figures
from partscounter.portal.orders.words import WORKS
from partscounter.web.visits import Visit


class DashboardPage:
    """`/portal`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        app = self._desk.desk.app
        with app.database.read() as tx:
            dealers = visible_dealers(tx, visit.signed_in)
            figures = read_figures(tx, visit.signed_in)
        p95 = app.search_times.p95()
        return self._desk.show(
            visit,
            "dashboard/dashboard.html",
            dealers=dealers,
            figures=figures,
            works={work: title for work, title in WORKS.items() if work in figures.works},
            open_orders=figures.works[Work.OPEN],
            requested=figures.returns.get(ReturnState.REQUESTED, 0),
            p95_ms=None if p95 is None else round(p95 * 1000),
            searches=app.search_times.count,
            ready=State.READY,
            running=State.RUNNING,
            parked=State.PARKED,
            queued=MailState.QUEUED,
            bounced=MailState.BOUNCED,
        )
