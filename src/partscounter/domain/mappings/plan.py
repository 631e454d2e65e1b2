"""What a mapping would change for its user's searches, told before it is saved."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partscounter.database import ReadTx
from partscounter.domain import access, catalog
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.mappings import store
from partscounter.domain.mappings.check_draft import CheckedValue
from partscounter.domain.mappings.draft import DraftValue
from partscounter.domain.mappings.replace import checked_values, size_of
from partscounter.domain.mappings.value import MAPPED_KINDS, MappingRow, MappingSize
from partscounter.kit.text import squash

CountItems = Callable[[NameKind, frozenset[int]], int]
"""How many items the user finds under any of these names of one kind."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for, or its number."""

    text: str
    """The word as spelled, or the number."""
    natives: frozenset[str]
    """Keys of all that it stands for."""
    word: str
    """The word squashed."""


Meanings = Mapping[str, Meaning]
"""By what is searched for: words squashed, and their numbers."""


class WordFate(StrEnum):
    """What would happen to a word."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    """It would stand for other native names."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word, or number, that would find something else. Without a mapping it finds what is called so natively."""

    kind: NameKind
    text: str
    fate: WordFate
    items_before: int
    items_after: int


@dataclass(frozen=True, slots=True)
class MappingPlan:
    """All that would change; what would stand for the same as before is left out, and so is a number for which the same
    is said of its word."""

    size: MappingSize
    changes: tuple[WordChange, ...]


def plan_mapping(tx: ReadTx, credential_id: int, rows: Sequence[MappingRow], count_items: CountItems) -> MappingPlan:
    """What `replace_mapping` with these rows would do; refuses as it would, with InvalidMapping or CredentialNotFound.

    Changes nothing. `count_items` is asked for changed words only.
    """
    access.get_credential(tx, credential_id)
    values = checked_values(rows)
    changes = [
        change
        for kind in MAPPED_KINDS
        for change in _changes(tx, kind, _now(tx, credential_id, kind), _planned(values, kind), count_items)
    ]
    return MappingPlan(size_of(values), tuple(changes))


def _changes(
    tx: ReadTx, kind: NameKind, before: Meanings, after: Meanings, count_items: CountItems
) -> Iterator[WordChange]:
    found = {
        key: _change(tx, kind, before.get(key), after.get(key), count_items)
        for key in sorted({*before, *after})
        if key not in before or key not in after or before[key].natives != after[key].natives
    }
    for key, change in found.items():
        word = (after.get(key) or before[key]).word
        if word == key or word not in found or _said(found[word]) != _said(change):
            yield change


def _change(
    tx: ReadTx, kind: NameKind, old: Meaning | None, new: Meaning | None, count_items: CountItems
) -> WordChange:
    fate = WordFate.GAINED if old is None else WordFate.LOST if new is None else WordFate.CHANGED
    text = next(meaning.text for meaning in (new, old) if meaning is not None)
    items = [count_items(kind, _numbers(tx, kind, text, meaning)) for meaning in (old, new)]
    return WordChange(kind, text, fate, *items)


def _said(change: WordChange) -> tuple[WordFate, int, int]:
    return change.fate, change.items_before, change.items_after


def _numbers(tx: ReadTx, kind: NameKind, text: str, meaning: Meaning | None) -> frozenset[int]:
    if meaning is None:
        return aliases.names_searched(tx, kind, text)
    return frozenset(catalog.find_names(tx, kind, meaning.natives).values())


def _now(tx: ReadTx, credential_id: int, kind: NameKind) -> Meanings:
    values = store.load_values(tx, credential_id, kind)
    return _meanings([(value.text, value.number, value.natives) for value in values])


def _planned(values: Sequence[CheckedValue], kind: NameKind) -> Meanings:
    """A group stands for all beneath it."""
    of_kind = [value for value in values if value.draft.kind is kind]
    parents = {value.draft.key: value.parent for value in of_kind}
    natives: dict[str, set[str]] = {value.draft.key: set() for value in of_kind}
    for value in of_kind:
        holder: DraftValue | None = value.draft
        while holder is not None:
            natives[holder.key] |= set(value.draft.natives)
            holder = parents[holder.key]
    drafts = [value.draft for value in of_kind]
    return _meanings([(draft.text, draft.number, frozenset(natives[draft.key])) for draft in drafts])


def _meanings(words: Sequence[tuple[str, str, frozenset[str]]]) -> Meanings:
    """Of words, their numbers, and the keys of what they stand for. No number is another word's name."""
    by_number = {number: Meaning(number, natives, squash(text)) for text, number, natives in words if number}
    return by_number | {squash(text): Meaning(text, natives, squash(text)) for text, _, natives in words}
