"""How well a user's mapping and the catalogue fit each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import catalog
from partscounter.domain.catalog import Name, NameKind
from partscounter.domain.mappings import store
from partscounter.domain.mappings.unmatched import list_unmatched
from partscounter.domain.mappings.unmatched_word import UnmatchedWord
from partscounter.domain.mappings.value import MAPPED_KINDS, MappedValue
from partscounter.kit.text import squash


@dataclass(frozen=True, slots=True)
class Coverage:
    """One kind's words. A kind for which the user has no words is not covered badly: native names count."""

    kind: NameKind
    values: int
    dead_values: tuple[MappedValue, ...]
    """The user's words of whose native names the catalogue has none: a search for them finds nothing."""
    natives: int
    unmapped_natives: tuple[Name, ...]
    """Names of the catalogue that none of the user's words stands for."""
    unmatched: tuple[UnmatchedWord, ...] = ()
    """What the user searched for and nothing is called, the most searched first (`UnmatchedWords`)."""


def report_coverage(tx: ReadTx, credential_id: int) -> tuple[Coverage, ...]:
    """The coverage of each kind, in alphabetical order within."""
    return tuple(_reports(tx, credential_id))


def _reports(tx: ReadTx, credential_id: int) -> Iterator[Coverage]:
    for kind in MAPPED_KINDS:
        values = store.load_values(tx, credential_id, kind)
        names = catalog.list_names(tx, kind)
        known = {squash(name.text) for name in names}
        mapped = frozenset[str]().union(*(value.natives for value in values))
        yield Coverage(
            kind=kind,
            values=len(values),
            dead_values=tuple(value for value in values if known.isdisjoint(value.natives)),
            natives=len(names),
            unmapped_natives=tuple(name for name in names if squash(name.text) not in mapped),
            unmatched=tuple(list_unmatched(tx, credential_id, kind)),
        )
