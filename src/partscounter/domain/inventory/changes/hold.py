"""Holds the items that changes name, until the transaction ends."""

from collections.abc import Collection

from partscounter.database import WriteTx
from partscounter.domain.inventory.changes import store as sql
from partscounter.domain.inventory.changes.decide import Held


def hold_items(tx: WriteTx, keys: Collection[sql.Key]) -> dict[sql.Key, Held]:
    """Those of the items that there are, as they are once nobody else can change them."""
    ids = sql.find_ids(tx, keys)
    hashes = sql.lock_hashes(tx, list(ids.values()))
    items = sql.load_items(tx, list(ids.values()))
    return {key: Held(items[id_], *hashes[id_]) for key, id_ in ids.items()}
