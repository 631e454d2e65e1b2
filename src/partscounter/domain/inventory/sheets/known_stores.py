"""Finding the stores that the rows of a table are about, each once."""

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.inventory.sheets.reading import Reading


class KnownStores:
    """Store ids by vendor and number. A row about a store that is not known is noted as wrong."""

    def __init__(self, tx: ReadTx, reading: Reading) -> None:
        self._tx = tx
        self._reading = reading
        self._ids: dict[tuple[str, str], int | None] = {}

    def find(self, line: int, vendor_id: str, vendor_store: str) -> int | None:
        """The store's id, or None."""
        key = vendor_id, vendor_store
        if key not in self._ids:
            store = dealers.find_store_by_vendor(self._tx, vendor_id, vendor_store)
            self._ids[key] = None if store is None else store.id
        if self._ids[key] is None and vendor_id and vendor_store:
            issue = f"there is no store {vendor_store!r} of vendor {vendor_id!r} yet"
            self._reading.refuse(line, "vendor_store", issue, vendor_store)
        return self._ids[key]
