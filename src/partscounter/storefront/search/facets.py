"""What a search can be narrowed by: the names that its results have, and how many results each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers
from partscounter.domain.catalog import NameKind, aliases
from partscounter.kit.text import squash
from partscounter.search import Field, Filter, Search, SearchRequest, View
from partscounter.storefront.search.asked import Asked

MOST: Final = 12
"""Names of one facet that are offered: those with the most results."""
_READ: Final = 3 * MOST
"""Names that are looked at for these, since aliases make several into one."""
_KINDS: Final[Mapping[str, NameKind]] = {
    "type": NameKind.PART_TYPE,
    "make": NameKind.MAKE,
    "model": NameKind.MODEL,
    "condition": NameKind.CATEGORY,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One name, and the search narrowed by it."""

    text: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Counting:
    """One search whose results are counted, all by the same commit of the index."""

    tx: ReadTx
    search: Search
    view: View
    request: SearchRequest

    def facets(self, asked: Asked) -> dict[str, list[Choice]]:
        """By field of the address, for those that are not chosen yet; one that tells nothing apart is left out."""
        found = {name: self._names(asked, name, kind) for name, kind in _KINDS.items() if not asked.text(name)}
        if not asked.text("vendor"):
            found["vendor"] = self._vendors(asked)
        return {name: choices for name, choices in found.items() if len(choices) > 1}

    def top_names(self, kind: NameKind) -> list[tuple[str, int]]:
        """The names of one kind with the most results, and how many each."""
        counts = self.search.counts(Field(kind.value), self.request, self.view)
        names = catalog.list_names(self.tx, kind, _most(counts, _READ))
        groups = _grouped(self.tx, kind, names)
        counted = [(text, self._count(kind, numbers, counts)) for text, numbers in groups]
        return sorted(counted, key=lambda each: (-each[1], each[0]))[:MOST]

    def _names(self, asked: Asked, name: str, kind: NameKind) -> list[Choice]:
        return [Choice(text, count, asked.address(**{name: text})) for text, count in self.top_names(kind)]

    def _vendors(self, asked: Asked) -> list[Choice]:
        counts = self.search.counts(Field.DEALER, self.request, self.view)
        sellers = dealers.load_dealers(self.tx, _most(counts, MOST)).values()
        ordered = sorted(sellers, key=lambda dealer: (-counts[dealer.id], dealer.name))
        return [Choice(each.name, counts[each.id], asked.address(vendor=each.vendor_id or "")) for each in ordered]

    def _count(self, kind: NameKind, numbers: frozenset[int], counts: Mapping[int, int]) -> int:
        """An item may have two names that are one, which the index counts twice: then it is asked for both at once."""
        if len(numbers) == 1:
            return counts.get(next(iter(numbers)), 0)
        wanted = _narrowed(self.request.wanted, kind, numbers)
        request = replace(self.request, wanted=wanted, page_number=1, result_size=1, prices=())
        return self.search.search(request, self.view).total


def _most(counts: Mapping[int, int], number: int) -> list[int]:
    return sorted((each for each in counts if each), key=lambda each: (-counts[each], each))[:number]


def _narrowed(wanted: Filter, kind: NameKind, numbers: frozenset[int]) -> Filter:
    match kind:
        case NameKind.PART_TYPE:
            return wanted._replace(part_types=numbers)
        case NameKind.MAKE:
            return wanted._replace(makes=numbers)
        case NameKind.MODEL:
            return wanted._replace(models=numbers)
        case NameKind.CATEGORY:
            return wanted._replace(categories=numbers)


def _grouped(tx: ReadTx, kind: NameKind, names: Sequence[catalog.Name]) -> Iterable[tuple[str, frozenset[int]]]:
    """Each name with its number; those that aliases make the same as one, with all numbers, under the name itself."""
    name_keys = aliases.name_keys_of(tx, kind)
    same: dict[str, set[str]] = {}
    for alias, name in name_keys.items():
        same.setdefault(name, {name}).add(alias)
    shown: dict[str, str] = {}
    for each in names:
        key = squash(each.text)
        name_key = name_keys.get(key, key)
        if name_key == key or name_key not in shown:
            shown[name_key] = each.text
    spelled = {key for name_key in shown for key in same.get(name_key, {name_key})}
    numbers = catalog.find_names(tx, kind, spelled)
    for name_key, text in shown.items():
        yield text, frozenset(numbers[key] for key in same.get(name_key, {name_key}) if key in numbers)
