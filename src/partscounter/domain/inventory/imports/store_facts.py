"""What the rows of a feed say about its vendors and stores, put together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from partscounter.domain.inventory.imports.row_reader import StoreTold
from partscounter.kit.address import PostalAddress

_TOLD = StoreTold._fields[2:]
_MOST_SPELLINGS = 1000
"""Values of one field of one store that are counted; a file with more has something else in that column."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """One store, as its rows describe it together."""

    vendor_id: str
    vendor_store: str
    vendor_name: str
    """The company that most rows of the vendor name; empty if none does."""
    address: PostalAddress
    """Of each part the value that most rows give; of equally frequent ones the first. Blank cells do not count."""


@dataclass(slots=True)
class _Store:
    place: int
    told: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in _TOLD})


class StoreTally:
    """Counts, batch by batch; memory grows with the stores, not with the rows."""

    def __init__(self) -> None:
        self._companies: dict[str, Counter[str]] = {}
        self._stores: dict[tuple[str, str], _Store] = {}

    def place(self, told: StoreTold) -> int:
        """The store's place among those of the file, in the order in which they come."""
        store = self._stores.get(told[:2])
        if store is None:
            self._companies.setdefault(told.vendor_id, Counter())
            store = self._stores[told[:2]] = _Store(len(self._stores))
        return store.place

    def add(self, told_times: Mapping[StoreTold, int]) -> None:
        """Count what rows say about their stores, by how many say it."""
        for told, times in told_times.items():
            _count(self._companies[told.vendor_id], told.company, times)
            spellings = self._stores[told[:2]].told
            for name in _TOLD:
                _count(spellings[name], getattr(told, name), times)

    def stores(self) -> tuple[StoreFacts, ...]:
        """Every store, in the order of the file."""
        return tuple(
            StoreFacts(
                vendor_id=vendor_id,
                vendor_store=vendor_store,
                vendor_name=_winner(self._companies[vendor_id]),
                address=PostalAddress(**{name: _winner(store.told[name]) for name in _TOLD}),
            )
            for (vendor_id, vendor_store), store in self._stores.items()
        )


def completed(known: PostalAddress, told: PostalAddress) -> PostalAddress:
    """`known` with its blanks filled from `told`: what stands there already may be an operator's correction."""
    return PostalAddress(*[ours or theirs for ours, theirs in zip(known, told, strict=True)])


def _count(spellings: Counter[str], text: str, times: int) -> None:
    if text and (text in spellings or len(spellings) < _MOST_SPELLINGS):
        spellings[text] += times


def _winner(spellings: Counter[str]) -> str:
    return max(spellings, key=spellings.__getitem__, default="")
