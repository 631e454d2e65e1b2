"""A word that was searched for in vain."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.domain.catalog import NameKind


@dataclass(frozen=True, slots=True)
class UnmatchedWord:
    """A word that named nothing when it was searched for."""

    kind: NameKind
    text: str
    """As it was spelled last."""
    searches: int
    last_at: datetime
