"""Who is told, inside the transaction, what rows on their way in do to items, so that it can be taken back."""

from collections.abc import Sequence
from typing import Protocol

from partscounter.database import WriteTx
from partscounter.domain.inventory.intake.row import FedRow

Entering = tuple[int, str, FedRow]
"""Item id, digest and the row as it is about to be."""


class Witness(Protocol):
    """Told before each change, while the items are as they were."""

    def adding(self, tx: WriteTx, rows: Sequence[Entering]) -> None:
        """These items are new."""

    def changing(self, tx: WriteTx, rows: Sequence[Entering]) -> None:
        """These are there and will be overwritten."""

    def retiring(self, tx: WriteTx, item_ids: Sequence[int]) -> None:
        """These will be taken off offer."""


class Unwitnessed:
    """Keeps nothing."""

    def adding(self, tx: WriteTx, rows: Sequence[Entering]) -> None: ...

    def changing(self, tx: WriteTx, rows: Sequence[Entering]) -> None: ...

    def retiring(self, tx: WriteTx, item_ids: Sequence[int]) -> None: ...


UNWITNESSED = Unwitnessed()
