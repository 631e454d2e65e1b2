"""Where the pages about leads and wants stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.leads.leads import LeadPages
from partscounter.portal.leads.report import ReportPages
from partscounter.portal.leads.waiting import WaitingPages


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """Leads, wants, and the reports about both."""
    pages, reports, waiting = LeadPages(desk), ReportPages(desk), WaitingPages(desk)
    at = "/portal/leads"
    return [
        desk.route(at, pages.list),
        desk.route(f"{at}/report", reports.report),
        desk.route(f"{at}/report.csv", reports.report_file),
        desk.route(f"{at}/lost", reports.lost),
        desk.route(f"{at}/lost.csv", reports.lost_file),
        desk.route(f"{at}/recovered", waiting.recovered),
        desk.route(f"{at}/wants", waiting.list),
        desk.route(f"{at}/wants/{{want:row}}/end", waiting.end, "POST"),
        desk.route(f"{at}/{{lead:row}}", pages.show),
    ]


LEADS: Final = Area("Leads and wants", "/portal/leads", routes)
