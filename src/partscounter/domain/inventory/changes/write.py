"""Writes what was decided, in few statements however many changes there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import store as stock
from partscounter.domain.inventory.changes import store as sql
from partscounter.domain.inventory.changes.decide import Decision, Held
from partscounter.domain.inventory.changes.outcome import Effect
from partscounter.domain.inventory.feed import fed_rows


@dataclass(frozen=True, slots=True)
class Case:
    """One change with what it was decided on."""

    key: sql.Key
    store: Store
    held: Held | None
    decision: Decision


@dataclass(frozen=True, slots=True)
class Written:
    """The ids of the items that are otherwise now, and the new ones that another transaction was quicker to add."""

    changed: list[int]
    overtaken: set[sql.Key]


def write_cases(tx: WriteTx, cases: Sequence[Case]) -> Written:
    """Put the decisions into the stock."""
    fed = [(case, case.decision.fed) for case in cases if case.decision.fed is not None]
    rows = fed_rows(tx, [each for _, each in fed])
    pairs = [(case, row) for (case, _), row in zip(fed, rows, strict=True)]
    new = {case.key: _birth(tx, case) | row for case, row in pairs if case.held is None}
    known = [row | {"item": case.held.item.id, "changed_at": tx.now} for case, row in pairs if case.held is not None]
    retired = [case.held.item.id for case in cases if case.held and case.decision.effect is Effect.RETIRED]
    sql.retire(tx, retired)
    added = sql.insert_unless_there(tx, list(new.values()))
    changed = [*added.values(), *stock.update_items(tx, known), *retired]
    return Written(changed, set(new) - set(added))


def _birth(tx: WriteTx, case: Case) -> dict[str, object]:
    store = case.store
    return {"dealer_id": store.dealer_id, "store_id": store.id, "added_at": tx.now, "changed_at": tx.now}
