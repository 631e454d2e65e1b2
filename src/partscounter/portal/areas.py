"""The menu of the portal, in its order."""

from typing import Final

from partscounter.portal.area import Area
from partscounter.portal.audit.routes import AUDIT
from partscounter.portal.credentials.routes import CREDENTIALS
from partscounter.portal.customers.routes import CUSTOMERS
from partscounter.portal.dashboard.routes import DASHBOARD
from partscounter.portal.deliveries.routes import DELIVERIES
from partscounter.portal.imports.routes import IMPORTS
from partscounter.portal.inventory.routes import INVENTORY
from partscounter.portal.leads.routes import LEADS
from partscounter.portal.machines.routes import MACHINES
from partscounter.portal.mappings.routes import MAPPINGS
from partscounter.portal.orders.routes import ORDERS
from partscounter.portal.people.routes import PEOPLE
from partscounter.portal.sales.routes import SALES
from partscounter.portal.terms.routes import TERMS

AREAS: Final[tuple[Area, ...]] = (
    DASHBOARD,
    ORDERS,
    SALES,
    INVENTORY,
    IMPORTS,
    MAPPINGS,
    CUSTOMERS,
    TERMS,
    LEADS,
    MACHINES,
    DELIVERIES,
    CREDENTIALS,
    PEOPLE,
    AUDIT,
)
