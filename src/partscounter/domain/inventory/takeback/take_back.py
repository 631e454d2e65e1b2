"""Takes back what an import did, item by item, in short transactions."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.intake import PlacedRow, lock_intake, overwrite_rows
from partscounter.domain.inventory.takeback import store as sql
from partscounter.domain.inventory.takeback.change import (
    Effect,
    HeldItem,
    KeptChange,
    Outcome,
    is_untouched,
    on_hand_without,
)

TAKEN_AT_ONCE = 1000
"""Items in one short transaction."""

Pair = tuple[KeptChange, HeldItem]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What one transaction did."""

    restored: int
    left: int
    """Items that somebody has changed since: they are as they were found."""
    is_end: bool


def take_back(tx: WriteTx, import_id: int, at_once: int = TAKEN_AT_ONCE) -> TakenBack:
    """Take back the next of the import's changes that have not been yet; to be called until it says the end.

    What was sold since stays sold: units are restored as a difference. An item that came with the import goes off
    offer; its row stays for the orders that refer to it.
    """
    lock_intake(tx)
    changes = sql.changes_to_take_back(tx, import_id, at_once)
    held = sql.lock_items(tx, [change.item_id for change in changes])
    pairs = [(change, held[change.item_id]) for change in changes]
    untouched = [pair for pair in pairs if is_untouched(*pair)]
    restored = [change.item_id for change, _ in untouched]
    left = sorted({change.item_id for change in changes} - set(restored))
    _restore(tx, untouched)
    sql.note_outcome(tx, import_id, Outcome.RESTORED, restored)
    sql.note_outcome(tx, import_id, Outcome.LEFT, left)
    if restored:
        tx.emit(ItemsChanged(item_ids=tuple(restored), reason="undo"))
    return TakenBack(len(restored), len(left), is_end=len(changes) < at_once)


def _restore(tx: WriteTx, pairs: Sequence[Pair]) -> None:
    rows = {item.item_id: _placed(change, item) for change, item in pairs if change.effect is Effect.CHANGED}
    if rows:
        overwrite_rows(tx, rows)
    added = {item.item_id: on_hand_without(change, item) for change, item in pairs if change.effect is Effect.ADDED}
    sql.withdraw(tx, added)
    retired = {item.item_id: change.hash_before for change, item in pairs if change.effect is Effect.RETIRED}
    sql.offer_again(tx, retired)


def _placed(change: KeptChange, item: HeldItem) -> PlacedRow:
    if change.row_before is None:
        raise LookupError(f"nothing is kept of item {change.item_id} as it was")
    row = change.row_before._replace(on_hand=on_hand_without(change, item))
    return PlacedRow(item.dealer_id, item.store_id, change.hash_before, row)
