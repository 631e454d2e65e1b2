"""What a change comes to, given the item as it is: a pure function, before anything is written."""

from dataclasses import dataclass, replace

from partscounter.domain.inventory.changes.change import Edit, ItemChange, Put, Retire
from partscounter.domain.inventory.changes.outcome import Effect
from partscounter.domain.inventory.changes.overlay import fed_of, overlay
from partscounter.domain.inventory.changes.version import version_of
from partscounter.domain.inventory.errors import UnknownItem
from partscounter.domain.inventory.feed import FedItem, fed_hash
from partscounter.domain.inventory.item import Item

_QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Held:
    """A row of stock, held for this transaction."""

    item: Item
    fed_hash: str
    """Of what was last said of it."""
    is_retired: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """The effect, and what is to be written, if anything."""

    effect: Effect
    fed: FedItem | None = None


_NOTHING = Decision(Effect.UNCHANGED)


def decide(change: ItemChange, held: Held | None) -> Decision:
    """Refuses with UnknownItem or ItemChanged.

    What is said a second time changes nothing, even if units were sold in between: a repeated request must not put
    them back on the shelf. Whoever means just that says which state has been seen (`Expected`).
    """
    present = None if held is None or held.is_retired else held
    match change:
        case Put():
            return _decide_put(change, held, present)
        case Edit():
            return _decide_edit(change, _required(change, present))
        case Retire():
            return _decide_retirement(change, held)


def _decide_put(change: Put, held: Held | None, present: Held | None) -> Decision:
    change.expected.check(None if present is None else version_of(present.item))
    fed = change.fed if held is None else replace(change.fed, terms=held.item.terms)
    if present is None:
        return Decision(Effect.CREATED, fed)
    return _NOTHING if _is_said_again(change, fed, present) else Decision(Effect.CHANGED, fed)


def _decide_edit(change: Edit, present: Held) -> Decision:
    change.expected.check(version_of(present.item))
    was = fed_of(present.item)
    fed = overlay(was, change.fed, change.columns)
    if _is_said_again(change, fed, present) or (fed == was and _QUANTITY not in change.columns):
        return _NOTHING
    return Decision(Effect.CHANGED, fed)


def _decide_retirement(change: Retire, held: Held | None) -> Decision:
    if held is not None and held.is_retired:
        return _NOTHING
    change.expected.check(version_of(_required(change, held).item))
    return Decision(Effect.RETIRED)


def _is_said_again(change: Put | Edit, fed: FedItem, present: Held) -> bool:
    said_before = fed_hash(fed) == present.fed_hash
    return said_before and (not change.expected.is_stated or fed.quantity == present.item.on_hand)


def _required(change: ItemChange, held: Held | None) -> Held:
    if held is None:
        raise UnknownItem(f"There is no item {change.name.inventory_id} in this store.")
    return held
