"""Carries out changes, each for itself: one that is refused leaves the others alone."""

from collections.abc import Callable, Mapping, Sequence

from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Store, UnknownStore
from partscounter.domain.inventory.changes import store as sql
from partscounter.domain.inventory.changes.change import ItemChange, ItemName
from partscounter.domain.inventory.changes.decide import decide
from partscounter.domain.inventory.changes.hold import hold_items
from partscounter.domain.inventory.changes.outcome import Done
from partscounter.domain.inventory.changes.write import Case, write_cases
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.kit.refusal import Refusal

MayChange = Callable[[int], bool]
"""Whether the items of the dealer with this id may be changed."""


def apply_changes(tx: WriteTx, changes: Sequence[ItemChange], may_change: MayChange) -> list[Done | Refusal]:
    """What became of each change, in order. No two of them may name the same item.

    Refused are, each for itself: UnknownStore (also for a store that may not be changed), UnknownItem, ItemChanged.
    """
    if len({change.name for change in changes}) < len(changes):
        raise ValueError("two changes of one batch name the same item")
    settled: dict[int, Done | Refusal] = {}
    left = _find_stores(tx, changes, may_change, settled)
    changed: list[int] = []
    # A second round is for new items that another transaction has added meanwhile: then they are there.
    while left:
        cases = _decide(tx, changes, left, settled)
        written = write_cases(tx, list(cases.values()))
        changed += written.changed
        settled |= _outcomes(tx, {place: case for place, case in cases.items() if case.key not in written.overtaken})
        left = {place: case.store for place, case in cases.items() if case.key in written.overtaken}
    if changed:
        tx.emit(ItemsChanged(item_ids=tuple(sorted(changed)), reason="edit"))
    return [settled[place] for place in range(len(changes))]


def _find_stores(
    tx: WriteTx, changes: Sequence[ItemChange], may_change: MayChange, settled: dict[int, Done | Refusal]
) -> dict[int, Store]:
    """The store of each change, by the change's place; those without one are settled."""
    known: dict[tuple[str, str], Store | None] = {}
    found: dict[int, Store] = {}
    for place, change in enumerate(changes):
        name = change.name
        if (name.vendor_id, name.vendor_store) not in known:
            known[name.vendor_id, name.vendor_store] = _find_store(tx, name, may_change)
        store = known[name.vendor_id, name.vendor_store]
        if store is None:
            settled[place] = UnknownStore(f"There is no store {name.vendor_store} of vendor {name.vendor_id}.")
        else:
            found[place] = store
    return found


def _find_store(tx: WriteTx, name: ItemName, may_change: MayChange) -> Store | None:
    store = dealers.find_store_by_vendor(tx, name.vendor_id, name.vendor_store)
    return store if store is not None and may_change(store.dealer_id) else None


def _decide(
    tx: WriteTx, changes: Sequence[ItemChange], stores: Mapping[int, Store], settled: dict[int, Done | Refusal]
) -> dict[int, Case]:
    keys = {place: (store.id, changes[place].name.inventory_id) for place, store in stores.items()}
    held = hold_items(tx, list(keys.values()))
    cases: dict[int, Case] = {}
    for place, key in keys.items():
        row = held.get(key)
        try:
            cases[place] = Case(key, stores[place], row, decide(changes[place], row))
        except Refusal as refusal:
            settled[place] = refusal
    return cases


def _outcomes(tx: WriteTx, cases: Mapping[int, Case]) -> dict[int, Done | Refusal]:
    ids = sql.find_ids(tx, [case.key for case in cases.values()])
    items = sql.load_items(tx, list(ids.values()))
    return {place: Done(case.decision.effect, items[ids[case.key]], case.store) for place, case in cases.items()}
