"""The words of a user as numbers of the catalogue, and back: the one place where a user's own mapping comes in.

A mapping is many-to-many, so one word may stand for any number of numbers. What the user's mapping does not name is a
native name, whatever its case, punctuation and aliases, or a native number.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from partscounter.database import ReadTx
from partscounter.domain import catalog, mappings
from partscounter.domain.catalog import Name, NameKind, aliases
from partscounter.domain.mappings import MappedValue
from partscounter.kit.text import squash
from partscounter.wire.inventory.user import ApiUser
from partscounter_contracts.inventory import WILDCARD
from partscounter_contracts.number import number_or_text

_MOST_BY_ID = 500


@dataclass(frozen=True, slots=True)
class Word:
    """A name as a user is told it."""

    id: int | str
    """A search takes it as well as the text."""
    text: str
    numbers: frozenset[int]
    """What it stands for."""


def numbers_of(tx: ReadTx, user: ApiUser, kind: NameKind, word: str) -> frozenset[int]:
    """The numbers that `word` stands for to this user; none for a word that nothing is called."""
    mapped = mappings.find_native_numbers(tx, user.credential.id, kind, word)
    return aliases.names_searched(tx, kind, word) if mapped is None else mapped


def categories_called(tx: ReadTx, words: Collection[str]) -> frozenset[int]:
    """The numbers of the categories that `words` stand for, as `aliases.names_searched` finds those of one word.

    All at once, since a request may name thousands. Categories have no aliases.
    """
    named = catalog.find_names(tx, NameKind.CATEGORY, words)
    written = map(catalog.number_written, [word for word in words if word not in named])
    numbers = {number for number in written if number is not None}
    known = {name.id for name in catalog.list_names(tx, NameKind.CATEGORY)} if numbers else set()
    return frozenset(named.values()) | (numbers & known)


def numbers_unless_open(tx: ReadTx, user: ApiUser, kind: NameKind, word: str) -> frozenset[int] | None:
    """The numbers that `word` stands for; None, which filters nothing, for the wildcard."""
    return None if word == WILDCARD else numbers_of(tx, user, kind, word)


def native_words(names: Iterable[Name]) -> list[Word]:
    """The names themselves, in the order given."""
    return [Word(name.id, name.text, frozenset({name.id})) for name in names]


def words_for(tx: ReadTx, user: ApiUser, names: Sequence[Name], kind: NameKind) -> list[Word]:
    """What the user calls these names of one kind, in alphabetical order.

    The user's own words come once each. What none of them stands for keeps its native name, unless the user means
    something else by it: a search for every word in the list finds what the word stands for.
    """
    values, native = mappings.list_values(tx, user.credential.id, kind), _searchable(tx, kind, native_words(names))
    if not values:
        return _joined(tx, kind, native)
    numbers = {squash(name.text): name.id for name in names}
    own = [word for value in values if (word := _own_word(value, numbers)).numbers]
    mapped = frozenset[int]().union(*(word.numbers for word in own))
    taken = {squash(value.text) for value in values} | {value.number for value in values}
    kept = [
        # A number that means something else to this user is no way to ask for the name.
        replace(word, id=word.text) if str(word.id) in taken else word
        for word in native
        if word.numbers.isdisjoint(mapped) and squash(word.text) not in taken
    ]
    return sorted([*own, *_joined(tx, kind, kept)], key=lambda word: squash(word.text))


def names_of(tx: ReadTx, kind: NameKind, numbers: Iterable[int]) -> list[Name]:
    """The names with these numbers, in alphabetical order."""
    wanted = set(numbers)
    few = wanted if len(wanted) <= _MOST_BY_ID else None
    return [name for name in catalog.list_names(tx, kind, few) if name.id in wanted]


def _searchable(tx: ReadTx, kind: NameKind, words: list[Word]) -> list[Word]:
    """The native words; a part type whose number is what another is called has its name in place of the number.

    No other kind is told by number.
    """
    if kind is not NameKind.PART_TYPE:
        return words
    called = {*catalog.find_names(tx, kind, [str(word.id) for word in words]), *aliases.name_keys_of(tx, kind)}
    return [replace(word, id=word.text) if str(word.id) in called else word for word in words]


def _joined(tx: ReadTx, kind: NameKind, words: list[Word]) -> list[Word]:
    """Words that aliases make the same as one, under the name that they stand for if it is among them."""
    name_keys = aliases.name_keys_of(tx, kind)
    if not name_keys:
        return words
    groups: dict[str, Word] = {}
    for word in words:
        key = squash(word.text)
        name_key = name_keys.get(key, key)
        other = groups.setdefault(name_key, word)
        shown = word if key == name_key else other
        groups[name_key] = replace(shown, numbers=other.numbers | word.numbers)
    return sorted(groups.values(), key=lambda word: squash(word.text))


def _own_word(value: MappedValue, numbers: dict[str, int]) -> Word:
    known = frozenset(numbers[key] for key in value.natives if key in numbers)
    return Word(number_or_text(value.code), value.text, known)
