"""The words of a user as numbers of the catalogue: the one place where a user's own mapping comes in.

A mapping is many-to-many, so one word may become any number of numbers. What no mapping names is a native name,
whatever its case and punctuation, or a native number.
"""

from collections.abc import Iterable

from partscounter.database import ReadTx
from partscounter.domain import catalog
from partscounter.domain.catalog import Name, NameKind
from partscounter_contracts.inventory import WILDCARD

_LONGEST_NUMBER = 15
_MOST_BY_ID = 500


def numbers_of(tx: ReadTx, kind: NameKind, word: str) -> frozenset[int]:
    """The numbers that `word` stands for; none for a word that nothing is called.

    A name goes before a number, since there are models called 379.
    """
    named = catalog.find_name(tx, kind, word)
    if named is not None:
        return frozenset({named})
    if not (word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER):
        return frozenset()
    return frozenset(name.id for name in catalog.list_names(tx, kind, [int(word)]))


def numbers_unless_open(tx: ReadTx, kind: NameKind, word: str) -> frozenset[int] | None:
    """The same; None, which filters nothing, for the wildcard."""
    return None if word == WILDCARD else numbers_of(tx, kind, word)


def names_of(tx: ReadTx, kind: NameKind, numbers: Iterable[int]) -> list[Name]:
    """The names with these numbers, in alphabetical order."""
    wanted = set(numbers)
    few = wanted if len(wanted) <= _MOST_BY_ID else None
    return [name for name in catalog.list_names(tx, kind, few) if name.id in wanted]
