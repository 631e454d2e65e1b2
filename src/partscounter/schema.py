"""Every table of every concept, known to the metadata once this module is imported."""

from partscounter.database import tables as log
from partscounter.domain.assets import tables as assets
from partscounter.domain.catalog import tables as catalog
from partscounter.domain.customers import tables as customers
from partscounter.domain.dealers import tables as dealers
from partscounter.domain.inventory import tables as inventory
from partscounter.domain.orders import tables as orders

__all__ = ["assets", "catalog", "customers", "dealers", "inventory", "log", "orders"]
