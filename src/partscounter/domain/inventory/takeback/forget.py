"""Forgets what an import did: from then on it cannot be taken back."""

from partscounter.database import WriteTx
from partscounter.domain.inventory.takeback import store as sql

FORGOTTEN_AT_ONCE = 2000


def forget_oldest(tx: WriteTx, import_id: int, at_once: int = FORGOTTEN_AT_ONCE) -> bool:
    """Forget the next of the import's changes; whether there may be more."""
    return sql.forget(tx, import_id, at_once) == at_once
