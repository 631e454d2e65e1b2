"""What people have put right on an item."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of an item, as it stands in the log."""

    at: datetime
    by: str
    door: str
    effect: str
    fields: Mapping[str, tuple[str, str]]
    """By native column: the text before and after."""
    reason: str


def list_corrections(tx: ReadTx, item_id: int) -> list[Correction]:
    """The newest first."""
    return [_correction(event) for event in reversed(events_of(tx, f"item:{item_id}"))]


def _correction(event: StoredEvent) -> Correction:
    told = event.data["fields"]
    fields = {name: (before, after) for name, (before, after) in told.items()} if isinstance(told, dict) else {}
    return Correction(
        event.occurred_at, event.actor, event.door, str(event.data["effect"]), fields, str(event.data["reason"])
    )
