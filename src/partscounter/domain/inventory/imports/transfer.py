"""Brings a checked feed into the stock: short transactions, each complete in itself (decision 0006)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from partscounter.database import Database
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory.imports.check import CheckedFeed
from partscounter.domain.inventory.imports.retire import RETIRED_AT_ONCE, retire_items
from partscounter.domain.inventory.imports.stores import SETTLED_AT_ONCE, KnownStores, SettledStores, settle_stores
from partscounter.domain.inventory.intake import UNWITNESSED, PlacedRow, Witness, enter_rows, find_differing
from partscounter.kit.actor import Actor

ENTERED_AT_ONCE = 2000
"""New and changed items in one transaction: a file with no more of them enters as a whole."""

REMEMBERED = 200_000
"""Names of one kind whose numbers are kept in memory."""

Done = Callable[[int], None]
"""Told how many rows have been seen to."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did to the stock, or would do."""

    added: int
    changed: int
    new_vendors: int
    new_stores: int
    retired: int = 0


def transfer(
    database: Database,
    actor: Actor,
    checked: CheckedFeed,
    done: Done,
    *,
    at_once: int,
    witness: Witness = UNWITNESSED,
) -> Applied:
    """Register and complete the stores, enter what differs, take off offer what was noted as missing."""
    stores = SettledStores()
    for start in range(0, len(checked.stores), SETTLED_AT_ONCE):
        part = checked.stores[start : start + SETTLED_AT_ONCE]
        stores.add(database.write(actor, partial(settle_stores, facts=part)))
    added = changed = 0
    numbers: dict[NameKind, dict[str, int | None]] = {kind: {} for kind in NameKind}
    for batch in _differing(database, checked, stores.ids, done, at_once):
        entered = database.write(actor, partial(enter_rows, rows=batch, numbers=numbers, witness=witness))
        added += entered.added
        changed += entered.changed
        for kind, met in entered.names.items():
            if len(numbers[kind]) > REMEMBERED:
                numbers[kind].clear()
            numbers[kind].update(met)
    retired = 0
    for missing in checked.named.missing(RETIRED_AT_ONCE):
        retired += database.write(actor, partial(retire_items, missing=missing, witness=witness))
    return Applied(added, changed, stores.new_vendors, stores.new_stores, retired)


def compare(database: Database | None, checked: CheckedFeed, known: KnownStores, missing: int, done: Done) -> Applied:
    """What `transfer` would do. Without a database there is nothing yet, so everything is new."""
    added = changed = rows = 0
    for batch in checked.rows.batches():
        rows += len(batch)
        done(rows)
        here = [PlacedRow(0, known.ids[row.place], row.digest, row.row) for row in batch if row.place in known.ids]
        added += len(batch) - len(here)
        if database is None or not here:
            continue
        with database.read() as tx:
            new, differing = find_differing(tx, here)
        added += len(new)
        changed += len(differing)
    return Applied(added, changed, known.new_vendors, known.new_stores, missing)


def _differing(
    database: Database, checked: CheckedFeed, stores: Sequence[tuple[int, int]], done: Done, at_once: int
) -> Iterator[list[PlacedRow]]:
    """New and changed rows in batches to enter; the others never wait for the writer."""
    waiting: list[PlacedRow] = []
    rows = 0
    for batch in checked.rows.batches():
        placed = [PlacedRow(*stores[row.place], row.digest, row.row) for row in batch]
        with database.read() as tx:
            new, changed = find_differing(tx, placed)
        waiting += new + changed
        while len(waiting) >= at_once:
            yield waiting[:at_once]
            waiting = waiting[at_once:]
        rows += len(batch)
        done(rows)
    if waiting:
        yield waiting
