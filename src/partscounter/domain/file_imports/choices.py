"""How a file is to be imported."""

from collections.abc import Callable
from dataclasses import dataclass, field

from partscounter.domain.inventory.imports import FeedMapping, Phase, Replacement
from partscounter.domain.inventory.intake import UNWITNESSED, Witness


def _unwatched(phase: Phase, read: int) -> None:
    """Shows nothing."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file is to be imported."""

    dry_run: bool = False
    """The verdict and the counts, and nothing written."""
    vendors: frozenset[str] | None = None
    """The vendor ids that its rows may be of; None for all. One row of another, and nothing is taken."""
    mapping: FeedMapping | None = None
    """Inventory only: how other columns become the native ones."""
    replacement: Replacement | None = None
    """Inventory only: take off offer what these stores offer and the file does not name."""
    user_id: int | None = None
    """Mappings only: the credential of the API user whose words the file holds."""
    witness: Witness = UNWITNESSED
    """Inventory only: told of each item that becomes otherwise."""
    watch: Callable[[Phase, int], None] = field(default=_unwatched)
    """Inventory only: told how many bytes of the file a phase has read."""
