"""The menu of the portal, in its order."""

from typing import Final

from partscounter.portal.area import Area
from partscounter.portal.dashboard.routes import DASHBOARD

AREAS: Final[tuple[Area, ...]] = (DASHBOARD,)
