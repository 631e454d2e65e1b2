"""The menu of the portal, in its order."""

from typing import Final

from partscounter.portal.area import Area
from partscounter.portal.dashboard.routes import DASHBOARD
from partscounter.portal.inventory.routes import INVENTORY
from partscounter.portal.orders.routes import ORDERS
from partscounter.portal.sales.routes import SALES

AREAS: Final[tuple[Area, ...]] = (DASHBOARD, ORDERS, SALES, INVENTORY)
