"""Adds, edits, retires or brings back one item, and keeps in the item's history what became otherwise."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.inventory.changes import Done, Effect, ItemChange, ItemName, apply_changes, texts_of
from partscounter.domain.inventory.corrections.events import ItemCorrected
from partscounter.domain.inventory.item import Item
from partscounter.domain.inventory.lookup import find_item
from partscounter.domain.inventory.stock import lock_items
from partscounter.kit.refusal import Refusal

_EFFECTS = {Effect.CREATED: "added", Effect.CHANGED: "edited", Effect.RETIRED: "retired"}


def correct_item(tx: WriteTx, change: ItemChange, reason: str = "") -> Done:
    """Carry out `change` as `apply_changes` does; refuses with UnknownStore, UnknownItem or ItemChanged."""
    before = _hold(tx, change.name)
    done = apply_changes(tx, [change], lambda _: True)[0]
    if isinstance(done, Refusal):
        raise done
    if done.effect is not Effect.UNCHANGED:
        effect = "restored" if done.effect is Effect.CREATED and before is not None else _EFFECTS[done.effect]
        tx.emit(ItemCorrected(done.item.id, effect, differences(before, done.item), reason))
    return done


def differences(before: Item | None, after: Item) -> Mapping[str, tuple[str, str]]:
    """By native column: the text before, empty for a new item, and after, where they differ."""
    was = {} if before is None else texts_of(before)
    return {name: (was.get(name, ""), text) for name, text in texts_of(after).items() if was.get(name, "") != text}


def _hold(tx: WriteTx, name: ItemName) -> Item | None:
    """The item as it is, which nobody else changes until the transaction ends."""
    store = dealers.find_store_by_vendor(tx, name.vendor_id, name.vendor_store)
    found = None if store is None else find_item(tx, store.id, name.inventory_id)
    return None if found is None else lock_items(tx, {found.id}).get(found.id)
