"""`explain` of a search (ours): why each item was found, through which name, alias, mapping or part number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import mappings
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import Alias
from partscounter.domain.inventory import Description, Item
from partscounter.kit.text import squash
from partscounter.search import Expression, Filter
from partscounter.search.why import why_found
from partscounter.wire.inventory.names import names_of
from partscounter.wire.inventory.user import ApiUser
from partscounter_contracts.inventory import MatchReason

_FIELDS = {
    NameKind.PART_TYPE: ("part_name",),
    NameKind.MAKE: ("vehicle_make", "part_manufacturer"),
    NameKind.MODEL: ("vehicle_model", "part_model"),
}


@dataclass(frozen=True, slots=True)
class _Element:
    """A path element, and all that it stood for."""

    kind: NameKind
    word: str
    keys: frozenset[str]
    is_mapped: bool
    aliases: Mapping[str, Alias]

    def reasons(self, about: Description) -> Iterator[MatchReason]:
        for field in _FIELDS[self.kind]:
            value: str = getattr(about, field)
            if squash(value) in self.keys:
                by, via = self._way(squash(self.word), squash(value))
                yield MatchReason(asked=self.word, field=field, value=value, by=by, via=via)

    def _way(self, word: str, value: str) -> tuple[str, str]:
        if self.is_mapped:
            return "mapping", ""
        if word == value:
            return "name", ""
        alias = self.aliases.get(word) or self.aliases.get(value)
        if alias is None or word not in {squash(alias.text), squash(alias.name)}:
            return "number", ""
        return "alias", f"{alias.text} = {alias.name}"


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the items of one search."""

    elements: tuple[_Element, ...]
    keywords: Expression | None

    def reasons(self, item: Item) -> list[MatchReason]:
        """Why `item` was found: path elements first, then keywords. None for a search for everything."""
        found = [reason for element in self.elements for reason in element.reasons(item.description)]
        matches = [] if self.keywords is None else why_found(self.keywords, item)
        return found + [
            MatchReason(asked=each.word, field=each.field, value=each.text, by=each.likeness.value) for each in matches
        ]


def explainer_of(tx: ReadTx, user: ApiUser, path: Mapping[str, str], wanted: Filter) -> Explainer:
    """The explainer of a search for `path` whose words became `wanted`."""
    asked = (
        (NameKind.PART_TYPE, wanted.part_types),
        (NameKind.MAKE, wanted.makes),
        (NameKind.MODEL, wanted.models),
    )
    elements = [_element(tx, user, kind, path[kind.value], numbers) for kind, numbers in asked if numbers is not None]
    return Explainer(tuple(elements), wanted.keywords)


def _element(tx: ReadTx, user: ApiUser, kind: NameKind, word: str, numbers: frozenset[int]) -> _Element:
    return _Element(
        kind=kind,
        word=word,
        keys=frozenset(squash(name.text) for name in names_of(tx, kind, numbers)),
        is_mapped=mappings.find_native_numbers(tx, user.credential.id, kind, word) is not None,
        aliases={squash(alias.text): alias for alias in aliases.list_aliases(tx, kind)},
    )
