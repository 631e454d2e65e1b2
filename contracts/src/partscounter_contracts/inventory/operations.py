"""The operations of the inventory: search, end users, leads, sales."""

from partscounter_contracts.inventory.enduser_operations import (
    LEAD_OPERATIONS,
    LOOKUP_OPERATIONS,
    TEMPLATE_OPERATIONS,
)
from partscounter_contracts.inventory.sale_operations import SALE_OPERATIONS
from partscounter_contracts.inventory.search_operations import SEARCH_OPERATIONS
from partscounter_contracts.inventory.shapes import NAME
from partscounter_contracts.operation import Contract, SecurityKind

OPERATIONS = (
    *SEARCH_OPERATIONS,
    *TEMPLATE_OPERATIONS,
    *LOOKUP_OPERATIONS,
    *LEAD_OPERATIONS,
    *SALE_OPERATIONS,
)

CONTRACT = Contract(
    name=NAME,
    title="HeavyTruckParts.net API",
    version="1",
    summary="Search inventory, price it for end users, log leads, sell. XML users get the same names as elements.",
    source="heavytruckparts-inventory",
    base_path="/",
    security=SecurityKind.BASIC,
    operations=OPERATIONS,
)
