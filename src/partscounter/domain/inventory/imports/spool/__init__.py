"""Where a checked file waits: on disk, outside the database, gone with the process however that ends."""

from partscounter.domain.inventory.imports.spool.rows import RowSpool, SpooledRow
from partscounter.domain.inventory.imports.spool.store import Identity, IdentityStore, Missing

__all__ = ["Identity", "IdentityStore", "Missing", "RowSpool", "SpooledRow"]
