"""The ledger of one import: written in the very transactions that change the items."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain.inventory.intake import Entering
from partscounter.domain.inventory.takeback import store as sql
from partscounter.domain.inventory.takeback.change import Effect, KeptChange


@dataclass(frozen=True, slots=True)
class ImportLedger:
    """A `Witness` that keeps what it sees. Of an item that an import changes twice, the last time counts."""

    import_id: int

    def adding(self, tx: WriteTx, rows: Sequence[Entering]) -> None:
        """Before them there was nothing."""
        changes = [
            KeptChange(id_, Effect.ADDED, "", digest, 0, row.on_hand, sql.plain_json(row.images))
            for id_, digest, row in rows
        ]
        sql.keep(tx, self.import_id, changes)

    def changing(self, tx: WriteTx, rows: Sequence[Entering]) -> None:
        """The items are held from now on, so that no sale comes between what is kept and what is written."""
        before = sql.lock_rows(tx, [id_ for id_, _, _ in rows])
        changes = []
        for id_, digest, row in rows:
            hash_before, row_before = before[id_]
            images = sql.plain_json(row.images)
            changes.append(
                KeptChange(
                    id_, Effect.CHANGED, hash_before, digest, row_before.on_hand, row.on_hand, images, row_before
                )
            )
        sql.keep(tx, self.import_id, changes)

    def retiring(self, tx: WriteTx, item_ids: Sequence[int]) -> None:
        """Only the offer ends; what the items say and how many there are stays."""
        before = sql.lock_rows(tx, item_ids)
        changes = [
            KeptChange(id_, Effect.RETIRED, fed_hash, "", row.on_hand, row.on_hand, "")
            for id_, (fed_hash, row) in before.items()
        ]
        sql.keep(tx, self.import_id, changes)
