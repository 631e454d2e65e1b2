"""Changing on what terms one store takes orders in the parts-orders contract."""

from dataclasses import dataclass, replace

from partscounter.database import WriteTx
from partscounter.domain.dealers.dealer import Store
from partscounter.domain.dealers.errors import UnknownStore
from partscounter.domain.dealers.lookup import find_store_by_vendor
from partscounter.domain.dealers.revise import hold_stores, revise_stores

FOR_EVER = 0
"""In `StoreTerms.retention_days`."""


@dataclass(frozen=True, slots=True)
class StoreTerms:
    """What to change; None leaves a term as it is."""

    takes_orders_asynchronously: bool | None = None
    requires_order_reference: bool | None = None
    retention_days: int | None = None
    """From 1 on, or FOR_EVER."""


def revise_terms(tx: WriteTx, vendor_id: str, vendor_store: str, terms: StoreTerms) -> Store:
    """The store afterwards. It holds from the next request on, also for orders that are there. Raises UnknownStore."""
    hold_stores(tx)
    store = find_store_by_vendor(tx, vendor_id, vendor_store)
    if store is None:
        raise UnknownStore(f"There is no store {vendor_store} of vendor {vendor_id}.")
    asynchronously, reference, days = (
        terms.takes_orders_asynchronously,
        terms.requires_order_reference,
        terms.retention_days,
    )
    revised = replace(
        store,
        takes_orders_asynchronously=store.takes_orders_asynchronously if asynchronously is None else asynchronously,
        requires_order_reference=store.requires_order_reference if reference is None else reference,
        retention_days=store.retention_days if days is None else (days or None),
    )
    revise_stores(tx, [revised])
    return revised
