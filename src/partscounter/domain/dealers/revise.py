"""Changing what is known of stores."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain.dealers import store as sql
from partscounter.domain.dealers.dealer import Store


def hold_stores(tx: WriteTx) -> None:
    """Until this transaction ends nobody else makes a dealer or store known, or changes one."""
    sql.lock_stores(tx)


def revise_stores(tx: WriteTx, stores: Sequence[Store]) -> None:
    """Each of them is from now on as it is given here; found by its id, its dealer and number stay what they are.

    No two stores of a dealer may end up with one `store_id`; who calls this has looked, under `hold_stores`.
    """
    sql.revise_stores(tx, stores)
