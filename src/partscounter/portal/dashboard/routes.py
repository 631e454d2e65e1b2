"""Where the dashboard stands."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.dashboard.page import DashboardPage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """One page."""
    return [desk.route("/portal", DashboardPage(desk).show)]


DASHBOARD: Final = Area("Dashboard", "/portal", routes)
