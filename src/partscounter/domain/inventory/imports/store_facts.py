"""What the rows of a feed say about its vendors and stores, put together."""

from collections import Counter
from dataclasses import dataclass, fields

from partscounter.domain.inventory.imports.listing import Listing
from partscounter.kit.address import PostalAddress

_TOLD = ("company", "city", "state", "postal_code", "country")
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


class StoreTally:
    """Counts, row by row; memory grows with the stores, not with the rows."""

    def __init__(self) -> None:
        self._companies: dict[str, Counter[str]] = {}
        self._stores: dict[tuple[str, str], dict[str, Counter[str]]] = {}

    def add(self, listing: Listing) -> None:
        """Count what `listing` says about its store."""
        _count(self._companies.setdefault(listing.vendor_id, Counter()), listing.place.company)
        store = listing.vendor_id, listing.vendor_store
        told = self._stores.get(store)
        if told is None:
            told = self._stores[store] = {name: Counter() for name in _TOLD}
        for name in _TOLD:
            _count(told[name], getattr(listing.place, name))

    def stores(self) -> tuple[StoreFacts, ...]:
        """Every store, in the order of the file."""
        return tuple(
            StoreFacts(
                vendor_id=vendor_id,
                vendor_store=vendor_store,
                vendor_name=_winner(self._companies[vendor_id]),
                address=PostalAddress(**{name: _winner(told[name]) for name in _TOLD}),
            )
            for (vendor_id, vendor_store), told in self._stores.items()
        )


def completed(known: PostalAddress, told: PostalAddress) -> PostalAddress:
    """`known` with its blanks filled from `told`: what stands there already may be an operator's correction."""
    parts = (field.name for field in fields(PostalAddress))
    return PostalAddress(**{part: getattr(known, part) or getattr(told, part) for part in parts})


def _count(spellings: Counter[str], text: str) -> None:
    if text and (text in spellings or len(spellings) < _MOST_SPELLINGS):
        spellings[text] += 1


def _winner(spellings: Counter[str]) -> str:
    return max(spellings, key=spellings.__getitem__, default="")
