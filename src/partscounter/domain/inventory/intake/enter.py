"""Rows enter the stock: new ones are added, those that differ from what was fed before overwrite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import catalog
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.intake import store as sql
from partscounter.domain.inventory.intake.row import NAMED, FedRow
from partscounter.domain.inventory.intake.witness import UNWITNESSED, Witness

IDS_IN_AN_EVENT = 1000

NameNumbers = Mapping[NameKind, Mapping[str, int | None]]
"""Number by text, for each kind; None for a blank."""

_SPELLED = tuple((kind, attrgetter(spelled)) for kind, spelled in NAMED.values())


class PlacedRow(NamedTuple):
    """A row with its store and its digest."""

    dealer_id: int
    store_id: int
    digest: str
    row: FedRow


@dataclass(frozen=True, slots=True)
class Entered:
    """What a batch did."""

    added: int
    changed: int
    names: dict[NameKind, dict[str, int | None]] = field(default_factory=dict)
    """Numbers that the caller did not know; to be remembered once the transaction is durable."""


def find_differing(tx: ReadTx, rows: Sequence[PlacedRow]) -> tuple[list[PlacedRow], list[PlacedRow]]:
    """Those that the stock does not have, and those that it has otherwise."""
    known = sql.known_items(tx, _keys(rows))
    new = [row for place, row in enumerate(rows) if place not in known]
    return new, [row for place, row in enumerate(rows) if place in known and known[place][1] != row.digest]


def enter_rows(
    tx: WriteTx, rows: Sequence[PlacedRow], numbers: NameNumbers | None = None, witness: Witness = UNWITNESSED
) -> Entered:
    """Add or overwrite the items of `rows`, no two of which name the same one; units held for orders stay held.

    Names met for the first time get their numbers; `numbers` are those known already.
    """
    sql.lock_intake(tx)
    batch = _Batch(tx, numbers or {}, rows, witness)
    changed: list[int] = []
    added: list[int] = []
    waiting = rows
    while waiting:
        known = sql.known_items(tx, _keys(waiting))
        changed += batch.overwrite([(known[at], placed) for at, placed in enumerate(waiting) if at in known])
        new = [placed for at, placed in enumerate(waiting) if at not in known]
        ids, waiting = batch.add(new)  # what somebody else added meanwhile waits to be compared with that
        added += ids
    ids = changed + added
    for start in range(0, len(ids), IDS_IN_AN_EVENT):
        tx.emit(ItemsChanged(item_ids=tuple(ids[start : start + IDS_IN_AN_EVENT]), reason="feed"))
    return Entered(added=len(added), changed=len(changed), names=batch.met)


def overwrite_rows(tx: WriteTx, rows: Mapping[int, PlacedRow]) -> None:
    """Make the items with these ids, which the caller holds, say what their rows say."""
    batch = _Batch(tx, {}, list(rows.values()), UNWITNESSED)
    batch.write(sorted(rows.items()))


def _keys(rows: Sequence[PlacedRow]) -> list[tuple[int, str]]:
    return [(placed.store_id, placed.row.inventory_id) for placed in rows]


class _Batch:
    """The rows of one transaction, with the numbers of their names."""

    def __init__(self, tx: WriteTx, numbers: NameNumbers, rows: Sequence[PlacedRow], witness: Witness) -> None:
        self._tx = tx
        self._witness = witness
        self._now = sql.moment_of(tx)
        self.met: dict[NameKind, dict[str, int | None]] = {}
        spelled: dict[NameKind, dict[str, None]] = {}
        for kind, text_of in _SPELLED:
            spelled.setdefault(kind, {}).update(dict.fromkeys(text_of(placed.row) for placed in rows))
        for kind, texts in spelled.items():
            known = numbers.get(kind, {})
            unknown = [text for text in texts if text not in known]
            found = catalog.number_names(tx, kind, unknown) if unknown else {}
            self.met[kind] = {text: found.get(text) for text in unknown}
        tables = {kind: {**numbers.get(kind, {}), **self.met[kind]} for kind in spelled if self.met[kind]}
        self._named = [(tables.get(kind) or numbers[kind], text_of) for kind, text_of in _SPELLED]

    def add(self, new: Sequence[PlacedRow]) -> tuple[list[int], list[PlacedRow]]:
        """Their ids; and those that were there already."""
        if not new:
            return [], []
        ids = sql.new_ids(self._tx, len(new))
        rows = [
            (id_, placed.dealer_id, placed.store_id, self._now, *self._fed(placed))
            for id_, placed in zip(ids, new, strict=True)
        ]
        inserted = sql.insert_items(self._tx, rows)
        born = [(id_, placed.digest, placed.row) for id_, placed in zip(ids, new, strict=True) if id_ in inserted]
        self._witness.adding(self._tx, born)
        missed = [placed for id_, placed in zip(ids, new, strict=True) if id_ not in inserted]
        return [id_ for id_ in ids if id_ in inserted], missed

    def overwrite(self, found: Sequence[tuple[tuple[int, str], PlacedRow]]) -> list[int]:
        """The ids of those that differed."""
        differing = sorted((id_, placed) for (id_, digest), placed in found if digest != placed.digest)
        if differing:
            self._witness.changing(self._tx, [(id_, placed.digest, placed.row) for id_, placed in differing])
            self.write(differing)
        return [id_ for id_, _ in differing]

    def write(self, rows: Sequence[tuple[int, PlacedRow]]) -> None:
        """Overwrite the items, in order of their ids, whatever they say."""
        sql.update_items(self._tx, [(*self._fed(placed), id_) for id_, placed in rows])

    def _fed(self, placed: PlacedRow) -> tuple[object, ...]:
        row = placed.row
        return (*row, *[table[text_of(row)] for table, text_of in self._named], placed.digest, self._now)
