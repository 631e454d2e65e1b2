"""What a job is, and the states it passes through.

ready ──claim──▶ running ──finish──▶ done
  ▲                │  │                │
  ├──fail, release─┘  └─fail──▶ parked │
  └────────────────replay──────────┴───┘

`fail` parks a job whose tries are spent. A job whose lease has run out counts as ready: its worker is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a job stands."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do outside the transaction that caused it, at least once: a handler must bear a second run."""

    id: int
    kind: str
    key: str
    """Names the effect; a second job with the same key is never made. Also the idempotency key towards others."""
    payload: Mapping[str, object]
    event_id: int | None
    """The event that caused it, if one did."""
    state: State
    run_at: datetime
    """When it may run next."""
    due_since: datetime
    """When it first could, or was replayed."""
    attempts: int
    """How often it was claimed."""
    worker: str | None
    """Who holds it, or held it last."""
    last_error: str | None
    created_at: datetime
