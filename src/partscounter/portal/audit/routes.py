"""Where the pages of the audit log stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import OPERATORS, Area, StaffDesk
from partscounter.portal.audit.list import AuditPages

_ALL = "/portal/audit"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The log, and each event."""
    pages = AuditPages(desk)
    return [desk.route(_ALL, pages.list), desk.route(f"{_ALL}/{{id}}", pages.show)]


AUDIT: Final = Area("Audit log", _ALL, routes, OPERATORS)
