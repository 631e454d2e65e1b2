"""From a user's words to the catalogue, and the words themselves."""

from partscounter.database import ReadTx
from partscounter.domain import catalog
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import store
from partscounter.domain.mappings.value import MappedValue
from partscounter.kit.text import squash


def find_native_numbers(tx: ReadTx, credential_id: int, kind: NameKind, word: str) -> frozenset[int] | None:
    """The catalogue's numbers of all that the user's `word` (name or number) stands for; None if it is none of its own.

    A group stands for all beneath it. A word of the user's whose native names are not in the catalogue has no number:
    that finds nothing, and is not the same as None.
    """
    keys = find_native_keys(tx, credential_id, kind, word)
    return None if keys is None else frozenset(catalog.find_names(tx, kind, keys).values())


def find_native_keys(tx: ReadTx, credential_id: int, kind: NameKind, word: str) -> frozenset[str] | None:
    """The same as keys (`kit.text.squash`) of the names, also of those that the catalogue does not know yet."""
    value_id = _find(tx, credential_id, kind, word)
    return None if value_id is None else store.native_keys_under(tx, value_id)


def list_values(tx: ReadTx, credential_id: int, kind: NameKind) -> list[MappedValue]:
    """The user's own words of a kind, in alphabetical order; none if it has no mapping of that kind."""
    return store.load_values(tx, credential_id, kind)


def count_values(tx: ReadTx) -> dict[int, int]:
    """How many words each API user has, by credential; users without any are left out."""
    return store.count_values(tx)


def list_level(tx: ReadTx, credential_id: int, *, parent: str = "", category: str = "") -> list[MappedValue]:
    """The mapped part types right beneath `parent` (name or number), at the top without one, in alphabetical order.

    With `category` only that category's. A parent that the user has no word for has none beneath it. The natives of
    these values are not read.
    """
    parent_id = _find(tx, credential_id, NameKind.PART_TYPE, parent) if parent else None
    if parent and parent_id is None:
        return []
    level = store.load_level(tx, credential_id, NameKind.PART_TYPE, parent_id)
    return [value for value in level if not category or squash(value.category) == squash(category)]


def _find(tx: ReadTx, credential_id: int, kind: NameKind, word: str) -> int | None:
    number = word if word.isascii() and word.isdigit() else ""
    return store.find_value_id(tx, credential_id, kind, squash(word), number)
