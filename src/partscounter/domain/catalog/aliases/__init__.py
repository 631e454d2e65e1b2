"""What else the trade calls a make, a model or a part type: `Cat` is Caterpillar, `DPF` a diesel particulate filter."""

from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, Alias, AliasChange, AliasRow
from partscounter.domain.catalog.aliases.errors import InvalidAliases, UnknownAlias
from partscounter.domain.catalog.aliases.events import AliasesChanged
from partscounter.domain.catalog.aliases.lookup import (
    find_alias,
    list_aliases,
    name_keys_of,
    names_called,
    names_searched,
    suggest_words,
)
from partscounter.domain.catalog.aliases.put import check_aliases, put_aliases
from partscounter.domain.catalog.aliases.read_file import read_alias_file
from partscounter.domain.catalog.aliases.remove import remove_alias
from partscounter.domain.catalog.aliases.ship import ship_aliases

__all__ = [
    "ALIASED_KINDS",
    "Alias",
    "AliasChange",
    "AliasRow",
    "AliasesChanged",
    "InvalidAliases",
    "UnknownAlias",
    "check_aliases",
    "find_alias",
    "list_aliases",
    "name_keys_of",
    "names_called",
    "names_searched",
    "put_aliases",
    "read_alias_file",
    "remove_alias",
    "ship_aliases",
    "suggest_words",
]
