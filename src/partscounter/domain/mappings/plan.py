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

CountItems = Callable[[NameKind, frozenset[int]], int]
"""How many items the user finds under any of these names of one kind."""

Natives = Mapping[str, tuple[str, frozenset[str]]]
"""Word squashed → word as spelled, and the keys of all that it stands for."""


class WordFate(StrEnum):
    """What would happen to a word."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    """It would stand for other native names."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word that would find something else. Without a mapping a word finds what is called so natively."""

    kind: NameKind
    text: str
    fate: WordFate
    items_before: int
    items_after: int


@dataclass(frozen=True, slots=True)
class MappingPlan:
    """All that would change; words that would stand for the same as before are left out."""

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
    tx: ReadTx, kind: NameKind, before: Natives, after: Natives, count_items: CountItems
) -> Iterator[WordChange]:
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if old is not None and new is not None and old[1] == new[1]:
            continue
        fate = WordFate.GAINED if old is None else WordFate.LOST if new is None else WordFate.CHANGED
        text = (new or old or (key,))[0]
        items = [count_items(kind, _numbers(tx, kind, text, known)) for known in (old, new)]
        yield WordChange(kind, text, fate, *items)


def _numbers(tx: ReadTx, kind: NameKind, text: str, known: tuple[str, frozenset[str]] | None) -> frozenset[int]:
    if known is None:
        return aliases.names_called(tx, kind, text)
    return frozenset(catalog.find_names(tx, kind, known[1]).values())


def _now(tx: ReadTx, credential_id: int, kind: NameKind) -> Natives:
    return {key: (value.text, value.natives) for key, value in store.values_by_key(tx, credential_id, kind).items()}


def _planned(values: Sequence[CheckedValue], kind: NameKind) -> Natives:
    """A group stands for all beneath it."""
    of_kind = [value for value in values if value.draft.kind is kind]
    parents = {value.draft.key: value.parent for value in of_kind}
    natives: dict[str, set[str]] = {value.draft.key: set() for value in of_kind}
    for value in of_kind:
        holder: DraftValue | None = value.draft
        while holder is not None:
            natives[holder.key] |= set(value.draft.natives)
            holder = parents[holder.key]
    return {value.draft.key: (value.draft.text, frozenset(natives[value.draft.key])) for value in of_kind}
