"""What an import did to one item, and how the item was before."""

from dataclasses import dataclass
from enum import StrEnum

from partscounter.domain.inventory.intake import FedRow


class Effect(StrEnum):
    """What was done; the values are stored."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"


class Outcome(StrEnum):
    """What became of it when it was taken back; the values are stored."""

    RESTORED = "restored"
    LEFT = "left"
    """Somebody had changed the item since, so it was left alone."""


@dataclass(frozen=True, slots=True)
class KeptChange:
    """Of one item."""

    item_id: int
    effect: Effect
    hash_before: str
    hash_after: str
    """Of what the item said when the import was done with it."""
    on_hand_before: int
    on_hand_after: int
    images_after: str
    """As JSON: they can be changed without a new hash."""
    row_before: FedRow | None = None
    """Everything that a feed decides; only of an item that was changed."""


@dataclass(frozen=True, slots=True)
class HeldItem:
    """The item as it is now, held until the transaction ends."""

    item_id: int
    dealer_id: int
    store_id: int
    fed_hash: str
    listed: bool
    on_hand: int
    images: str
    """As JSON."""


def is_untouched(change: KeptChange, item: HeldItem) -> bool:
    """Whether nobody has said anything of the item since; sales and counts only move its units."""
    if change.effect is Effect.RETIRED:
        return not item.listed and item.fed_hash == change.hash_after
    return item.fed_hash == change.hash_after and item.images == change.images_after


def on_hand_without(change: KeptChange, item: HeldItem) -> int:
    """The units that there would be without the import: what was sold since stays sold. Never below zero."""
    return max(0, item.on_hand + change.on_hand_before - change.on_hand_after)
