"""That an import was taken back, or is about to be."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Undo:
    """Of one import."""

    asked_at: datetime
    asked_by: str
    ended_at: datetime | None
    """None while the worker is at it."""
