"""Takes an alias out of the table."""

from partscounter.database import WriteTx
from partscounter.domain.catalog.aliases import store
from partscounter.domain.catalog.aliases.alias import Alias
from partscounter.domain.catalog.aliases.errors import UnknownAlias
from partscounter.domain.catalog.aliases.events import AliasesChanged
from partscounter.domain.catalog.name import NameKind
from partscounter.kit.text import squash


def remove_alias(tx: WriteTx, kind: NameKind, text: str) -> Alias:
    """The alias stands for nothing any more; one that came with the program stays away. Refuses with UnknownAlias."""
    store.lock_table(tx)
    alias = store.find_alias(tx, kind, squash(text))
    if alias is None:
        raise UnknownAlias(f"there is no alias {text!r} for a {kind.value.replace('_', ' ')}")
    store.take_out(tx, kind, squash(text))
    tx.emit(AliasesChanged(removed=f"{kind.value}:{alias.text}"))
    return alias
