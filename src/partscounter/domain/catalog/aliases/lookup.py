"""From any word for a name to the names of the catalogue, and the aliases themselves."""

from collections.abc import Mapping

from partscounter.database import ReadTx
from partscounter.domain.catalog.aliases import store
from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, Alias
from partscounter.domain.catalog.name import NameKind, number_written
from partscounter.domain.catalog.naming import list_names
from partscounter.kit.text import squash


def names_called(tx: ReadTx, kind: NameKind, text: str) -> frozenset[int]:
    """The numbers of every name that `text` is a word for: in any case and punctuation, by itself or by an alias.

    Names that aliases make the same are found together: `Cat`, `CAT` and `Caterpillar` each find all three.
    """
    key = squash(text)
    return store.names_called(tx, kind, key) if key else frozenset()


def names_searched(tx: ReadTx, kind: NameKind, word: str) -> frozenset[int]:
    """The numbers of every name that a search for `word` looks in: all that is called so, or else has it as its number.

    A name goes before a number, since there are models called 379. Names that aliases make the same are found together,
    by the number of each as well.
    """
    named = names_called(tx, kind, word)
    number = None if named else number_written(word)
    if number is None:
        return named
    numbered = list_names(tx, kind, [number])
    return frozenset[int]().union(*(names_called(tx, kind, name.text) for name in numbered))


def find_alias(tx: ReadTx, kind: NameKind, text: str) -> Alias | None:
    """What `text` stands for; None if it is no alias."""
    return store.find_alias(tx, kind, squash(text))


def list_aliases(tx: ReadTx, kind: NameKind | None = None) -> list[Alias]:
    """The aliases of a kind, or all, in the order of kind and spelling."""
    return store.load_aliases(tx, ALIASED_KINDS if kind is None else (kind,), in_use=True)


def name_keys_of(tx: ReadTx, kind: NameKind) -> Mapping[str, str]:
    """Alias → name, both squashed (`kit.text.squash`)."""
    return store.name_keys(tx, kind)


def suggest_words(tx: ReadTx, kind: NameKind, text: str, limit: int) -> list[tuple[str, str]]:
    """Words of the trade in which `text` stands, whatever its case and punctuation, with what each stands for.

    A name stands for itself, which is an empty text. Words that begin with `text` come first, then the shortest.
    """
    key = squash(text)
    return store.words_with(tx, kind, key, limit) if key else []
