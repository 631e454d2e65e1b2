"""Following the log: which items changed, who began to wait, and noting what came of comparing the two."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx, WriteTx
from partscounter.database.log import events_after
from partscounter.domain.inventory import ItemsChanged
from partscounter.domain.leads.wants import store as sql
from partscounter.domain.leads.wants.events import WantAdded, WantMatched
from partscounter.domain.leads.wants.match import Fits, Pair
from partscounter.domain.leads.wants.progress import store as progress
from partscounter.domain.leads.wants.want import LIFETIME

_EVENTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened after a cursor."""

    cursor: int
    """The last event among them."""
    item_ids: tuple[int, ...]
    want_ids: tuple[int, ...]
    """Wants that were added."""


def find_cursor(tx: ReadTx) -> int | None:
    """Up to where the wants have been compared; None while nobody waits, and nothing need be compared."""
    return progress.find_cursor(tx) if sql.any_open(tx, tx.now - LIFETIME) else None


def read_changes(tx: ReadTx, cursor: int) -> Changes | None:
    """The next changes after `cursor`, some or all; None without any."""
    found = events_after(tx, cursor, {ItemsChanged.kind, WantAdded.kind}, _EVENTS_AT_ONCE)
    if not found:
        return None
    items = [id_ for event in found if event.kind == ItemsChanged.kind for id_ in ItemsChanged.items_of(event.data)]
    added = [int(str(event.data["want"])) for event in found if event.kind == WantAdded.kind]
    return Changes(found[-1].id, tuple(dict.fromkeys(items)), tuple(added))


def note_fits(tx: WriteTx, *, after: int, cursor: int, fits: Fits, there_before: Sequence[Pair]) -> bool:
    """Keep what came of the changes after `after` up to `cursor`, and have the customers told.

    A want and an item are told of once, whoever found that they fit. False, and nothing changed, if another process
    has noted these changes already.
    """
    if not progress.move_cursor(tx, after, cursor):
        return False
    sql.forget_there_before(tx, fits.gone)
    sql.insert_pairs(tx, there_before, was_there=True)
    found: dict[int, list[int]] = {}
    open_ids = sql.open_among(tx, {want_id for want_id, _ in fits.pairs})
    for want_id, item_id in sql.insert_pairs(tx, [p for p in fits.pairs if p[0] in open_ids], was_there=False):
        found.setdefault(want_id, []).append(item_id)
    for want_id, item_ids in sorted(found.items()):
        tx.emit(WantMatched(want_id=want_id, item_ids=tuple(sorted(item_ids))))
    return True
