"""Full replacement: what the stores of a feed offer and the feed does not name is taken off offer, within a limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partscounter.database import Database, WriteTx
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.imports import store as sql
from partscounter.domain.inventory.imports.check import MOST_NAMED, CheckedFeed
from partscounter.domain.inventory.imports.errors import TooManyMissing
from partscounter.domain.inventory.imports.spool import Missing
from partscounter.domain.inventory.intake import UNWITNESSED, Witness
from partscounter.kit.refusal import Violation

RETIRED_AT_ONCE = 1000
"""Items in one short transaction."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """How far a feed replaces the stock of its stores."""

    most_percent: int = 20
    """Share of a vendor's offered items that may be missing; more is taken for a mistake."""


@dataclass(slots=True)
class _Loss:
    """Of one vendor."""

    offered: int = 0
    missing: int = 0


def find_missing(database: Database, checked: CheckedFeed, stores: Mapping[int, int], replacement: Replacement) -> int:
    """Note the offered items of these stores, id by place, that the feed does not name; how many.

    Refuses with TooManyMissing if they are more than `most_percent` of what any vendor offers in these stores.
    """
    losses: dict[str, _Loss] = {}
    for place, store_id in stores.items():
        loss = losses.setdefault(checked.stores[place].vendor_id, _Loss())
        last = ""
        while found := _offered(database, store_id, last):
            loss.offered += len(found)
            loss.missing += checked.named.add_missing(place, found)
            last = found[-1][1]
    too_many = {
        vendor: loss for vendor, loss in losses.items() if loss.missing * 100 > loss.offered * replacement.most_percent
    }
    if too_many:
        raise _refusal(checked, too_many, replacement)
    return sum(loss.missing for loss in losses.values())


def retire_items(tx: WriteTx, missing: Sequence[Missing], witness: Witness = UNWITNESSED) -> int:
    """Take those off offer that are as they were when they were found missing; how many. What is held stays held."""
    ids = sql.lock_unchanged(tx, dict(missing))
    witness.retiring(tx, ids)
    sql.retire_items(tx, ids)
    if ids:
        tx.emit(ItemsChanged(item_ids=tuple(ids), reason="retire"))
    return len(ids)


def _offered(database: Database, store_id: int, last: str) -> list[tuple[int, str, str]]:
    with database.read() as tx:
        return sql.offered_items(tx, store_id, last, RETIRED_AT_ONCE)


def _refusal(checked: CheckedFeed, losses: Mapping[str, _Loss], replacement: Replacement) -> TooManyMissing:
    violations = [
        Violation(
            f"vendor {vendor}",
            f"{loss.missing} of {loss.offered} offered items are missing ({loss.missing * 100 / loss.offered:.1f} %)",
        )
        for vendor, loss in losses.items()
    ]
    return TooManyMissing(
        f"{checked.feed.name} would take more than {replacement.most_percent} % of a vendor's items off offer,"
        " so nothing of it was taken; allow a larger share if that is meant",
        tuple(violations[:MOST_NAMED]),
    )
