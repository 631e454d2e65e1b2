"""The aliases that come with the program, brought into the table of a counter."""

from pathlib import Path

from partscounter.database import WriteTx
from partscounter.domain.catalog.aliases import store
from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, Alias
from partscounter.domain.catalog.aliases.check import check_rows
from partscounter.domain.catalog.aliases.events import AliasesChanged
from partscounter.domain.catalog.aliases.read_file import read_alias_file
from partscounter.kit.text import squash

SHIPPED = Path(__file__).with_name("shipped.csv")


def ship_aliases(tx: WriteTx) -> int:
    """Put in those of `shipped.csv` that the table has never had; how many they were. May be repeated at every start.

    What the operator said goes first: an alias that was changed or removed stays so, and one that would make a chain
    with the operator's own is left out.
    """
    store.lock_table(tx)
    known = store.load_aliases(tx, ALIASED_KINDS, in_use=True)
    met = {(alias.kind, squash(alias.text)) for alias in (*known, *store.load_aliases(tx, ALIASED_KINDS, in_use=False))}
    new = [
        Alias(row.kind, row.alias, row.name, shipped=True)
        for row in read_alias_file(SHIPPED).rows
        if (row.kind, squash(row.alias)) not in met and not check_rows([row], known)
    ]
    store.put(tx, new)
    if new:
        tx.emit(AliasesChanged(put=len(new)))
    return len(new)
