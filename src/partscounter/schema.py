"""Every table of every concept: importing this module completes `database.metadata`, for migrations and tests."""

from partscounter.database import tables as log
from partscounter.database.metadata import metadata
from partscounter.domain.access import tables as access
from partscounter.domain.access.request_log import tables as request_log
from partscounter.domain.accounts import tables as accounts
from partscounter.domain.approvals import tables as approvals
from partscounter.domain.assets import tables as assets
from partscounter.domain.catalog import tables as catalog
from partscounter.domain.catalog.aliases import tables as aliases
from partscounter.domain.cores import tables as cores
from partscounter.domain.customer_templates import tables as customer_templates
from partscounter.domain.customers import tables as customers
from partscounter.domain.dealers import tables as dealers
from partscounter.domain.end_users import tables as end_users
from partscounter.domain.export import tables as export
from partscounter.domain.export.push import tables as push
from partscounter.domain.file_imports import tables as file_imports
from partscounter.domain.fulfilment import tables as fulfilment
from partscounter.domain.inventory import tables as inventory
from partscounter.domain.inventory.takeback import tables as takeback
from partscounter.domain.inventory.vehicles import tables as vehicles
from partscounter.domain.kept_carts import tables as kept_carts
from partscounter.domain.leads import tables as leads
from partscounter.domain.leads.empty_searches import tables as empty_searches
from partscounter.domain.leads.wants import tables as wants
from partscounter.domain.machines.kits import tables as kits
from partscounter.domain.mappings import tables as mappings
from partscounter.domain.notifications import tables as notifications
from partscounter.domain.orders import tables as orders
from partscounter.domain.orders.backorders import tables as backorders
from partscounter.domain.orders.of_accounts import tables as account_orders
from partscounter.domain.orders.of_machines import tables as order_machines
from partscounter.domain.orders.reviews import tables as order_reviews
from partscounter.domain.quotes import tables as quotes
from partscounter.domain.returns import tables as returns
from partscounter.domain.sales import tables as sales
from partscounter.domain.saved_lists import tables as saved_lists
from partscounter.jobs import tables as jobs

__all__ = [
    "access",
    "account_orders",
    "accounts",
    "aliases",
    "approvals",
    "assets",
    "backorders",
    "catalog",
    "cores",
    "customer_templates",
    "customers",
    "dealers",
    "empty_searches",
    "end_users",
    "export",
    "file_imports",
    "fulfilment",
    "inventory",
    "jobs",
    "kept_carts",
    "kits",
    "leads",
    "log",
    "mappings",
    "metadata",
    "notifications",
    "order_machines",
    "order_reviews",
    "orders",
    "push",
    "quotes",
    "request_log",
    "returns",
    "sales",
    "saved_lists",
    "takeback",
    "vehicles",
    "wants",
]
