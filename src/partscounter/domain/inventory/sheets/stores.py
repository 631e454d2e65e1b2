"""Tables of stores: where they are, whom to ask there, how they sell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory.reindex import reindex_stores
from partscounter.domain.inventory.sheets.read_stores import COLUMNS, StoreRow, read_stores
from partscounter.domain.inventory.sheets.reading import Reading
from partscounter.domain.inventory.sheets.sheet_kind import Plan, SheetKind
from partscounter.kit.address import PostalAddress

_PLACE = ("street", "city", "state", "postal_code", "country")


@dataclass(frozen=True, slots=True)
class StoreChange:
    """A store as it shall be."""

    row: StoreRow
    before: Store | None
    """None for one that is not known yet."""
    after: Store
    vendor_known: bool


class _Known:
    """The dealers of a table and their stores, each loaded once."""

    def __init__(self, tx: ReadTx) -> None:
        self._tx = tx
        self._dealers: dict[str, Dealer | None] = {}
        self.stores: dict[str, dict[str, Store]] = {}

    def dealer(self, vendor_id: str) -> Dealer | None:
        if vendor_id not in self._dealers:
            found = dealers.find_dealer_by_vendor(self._tx, vendor_id)
            listed = [] if found is None else dealers.list_stores_of_dealer(self._tx, found.id)
            self._dealers[vendor_id] = found
            self.stores[vendor_id] = {store.vendor_store: store for store in listed}
        return self._dealers[vendor_id]


def plan_stores(tx: ReadTx, rows: Sequence[StoreRow], reading: Reading) -> Plan[StoreChange]:
    """What the rows change. A vendor or store that is not known is made known."""
    known, changes, unchanged = _Known(tx), [], 0
    for row in rows:
        dealer = known.dealer(row.vendor_id)
        before = known.stores[row.vendor_id].get(row.vendor_store)
        after = _revised(before or _blank(row.vendor_store), row)
        if after == before:
            unchanged += 1
        else:
            changes.append(StoreChange(row, before, after, dealer is not None))
    _refuse_shared_names(known, changes, reading)
    new = sum(change.before is None for change in changes)
    counts = {
        "stores": len(rows),
        "added": new,
        "changed": len(changes) - new,
        "unchanged": unchanged,
        "new vendors": len({change.row.vendor_id for change in changes if not change.vendor_known}),
    }
    return Plan(counts, tuple(changes))


def apply_stores(tx: WriteTx, plan: Plan[StoreChange]) -> None:
    """Change the stores, and have their items indexed anew where the name that they are sorted by has changed."""
    revised = [change.after for change in plan.changes if change.before is not None]
    dealers.revise_stores(tx, revised)
    renamed = [
        change.after.id
        for change in plan.changes
        if change.before is not None and change.before.company != change.after.company
    ]
    reindex_stores(tx, renamed)
    for change in plan.changes:
        if change.before is None:
            _register(tx, change)


def _register(tx: WriteTx, change: StoreChange) -> None:
    row, store = change.row, change.after
    dealer = dealers.find_dealer_by_vendor(tx, row.vendor_id)
    if dealer is None:
        name = row.vendor_name or store.company or f"Vendor {row.vendor_id}"
        dealer = dealers.register_dealer(tx, name=name, vendor_id=row.vendor_id)
    point = None if store.latitude is None or store.longitude is None else (store.latitude, store.longitude)
    dealers.register_store(
        tx,
        dealer,
        vendor_store=store.vendor_store,
        store_id=store.store_id,
        address=store.address,
        point=point,
        currency=store.currency,
        tax_rate=store.tax_rate,
        takes_orders_asynchronously=store.takes_orders_asynchronously,
        requires_order_reference=store.requires_order_reference,
        retention_days=store.retention_days,
    )


def _blank(vendor_store: str) -> Store:
    return Store(0, 0, vendor_store, None, PostalAddress(), None, None, "USD", Decimal(0), False, False, None)


def _revised(store: Store, row: StoreRow) -> Store:
    """`store` with what the row says. Without a point of its own, a store that has moved loses the one it had."""
    address = store.address._replace(**row.address)
    moved = any(getattr(address, part) != getattr(store.address, part) for part in _PLACE)
    settled = (
        replace(store, address=address, latitude=None, longitude=None) if moved else replace(store, address=address)
    )
    return replace(settled, **row.facts)


def _refuse_shared_names(known: _Known, changes: Sequence[StoreChange], reading: Reading) -> None:
    """No two stores of a vendor may have one `store_id`."""
    after: dict[str, dict[str, Store]] = {vendor: dict(stores) for vendor, stores in known.stores.items()}
    for change in changes:
        after[change.row.vendor_id][change.row.vendor_store] = change.after
    for change in changes:
        name = change.after.store_id
        others = (
            each for each in after[change.row.vendor_id].values() if each.vendor_store != change.after.vendor_store
        )
        if name is not None and any(each.store_id == name for each in others):
            reading.refuse(change.row.line, "store_id", f"{name!r} is another store's already", name)


STORES = SheetKind("stores", COLUMNS, read_stores, plan_stores, dealers.hold_stores, apply_stores)
"""One row a store, found by vendor and number. A column that the table does not have leaves what is known."""
