"""The items that a search found: the index gives ids, everything that is shown comes from the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.inventory.shown import ShownItem, load_shown
from partscounter.search import Hit
from partscounter.wire.inventory.end_user import Viewer


@dataclass(frozen=True, slots=True)
class Found:
    """An item as whoever looks is shown it, at their price, and where it was found."""

    item: ShownItem
    hit: Hit


def load_found(tx: ReadTx, hits: Sequence[Hit], viewer: Viewer, *, with_qa: bool) -> list[Found]:
    """The items of `hits`, in their order.

    Only an item that is no longer there at all is left out. One that was sold a moment ago stays: the totals come from
    the same commit of the index as the hits, and the next commit takes it out of both.
    """
    items = load_shown(tx, [hit.uid for hit in hits], with_questions=with_qa)
    return [Found(viewer.priced_as_shown(items[hit.uid]), hit) for hit in hits if hit.uid in items]
