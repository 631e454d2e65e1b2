"""Loading the items of a page."""

from collections.abc import Sequence

from partscounter.database import ReadTx
from partscounter.domain.inventory.shown import store as sql
from partscounter.domain.inventory.shown.shown_item import ShownItem


def load_shown(tx: ReadTx, ids: Sequence[int], *, with_questions: bool = False) -> dict[int, ShownItem]:
    """The items with these ids, by id, in one query; unknown ids are left out."""
    return {item.id: item for item in sql.shown_items(tx, ids, with_questions=with_questions)}
