"""The groups into which a customer's price rules divide the items: in each, one function from price to price."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partscounter.search.index import View
from partscounter.search.query import LARGEST_PRICE_CENTS, Filter, SortKey

PriceOf = Callable[[int], int]
"""What a customer pays for an item of this seller's price, both in cents; never less for a higher price."""


@dataclass(frozen=True, slots=True)
class PriceRule:
    """For the items of `items` that no earlier rule takes, the customer's price is `price_of` the seller's."""

    items: Filter
    """Sets of dealers, categories and part types, and bounds of the price; nothing else."""
    price_of: PriceOf


@dataclass(frozen=True, slots=True)
class Group:
    """The wanted items of known price to which one rule applies."""

    wanted: Filter
    price_of: PriceOf
    items: int
    """How many they are."""
    first: Sequence[int] = ()
    """The first of them by the seller's price, as many as were asked for."""

    def first_at(self, price: int) -> int:
        """The lowest seller's price for which the customer pays at least `price`."""
        return bisect_left(range(LARGEST_PRICE_CENTS + 1), price, key=self.price_of)

    def low(self, cut: tuple[int, int]) -> int:
        """The lowest seller's price whose items come after `cut`, a customer's and a seller's price."""
        price, base = cut
        if base == 0:
            return self.first_at(price)
        return min(max(base, self.first_at(price)), self.first_at(price + 1))


def groups_of(
    view: View, wanted: Filter, rules: Sequence[PriceRule], first: int, *, descending: bool
) -> Iterator[Group]:
    """One for each rule, and one for the items that no rule takes; each with its `first` items in that direction, which
    cost little together with their number."""
    earlier: tuple[Filter, ...] = ()
    for rule in (*rules, PriceRule(Filter(), _unchanged)):
        items = rule.items._replace(exclude=earlier, price_from=rule.items.price_from or 0)
        part = narrowed(wanted, items)
        if part.matches_nothing():
            yield Group(part, rule.price_of, 0)
        else:
            found = view.top(part, SortKey.PRICE, descending=descending, offset=0, limit=first)
            yield Group(part, rule.price_of, *found)
        earlier = (*earlier, rule.items)


def narrowed(wanted: Filter, items: Filter) -> Filter:
    """The wanted items that are also among `items`, of which sets, price bounds and exclusions count."""
    return wanted._replace(
        dealers=_both(wanted.dealers, items.dealers),
        categories=_both(wanted.categories, items.categories),
        part_types=_both(wanted.part_types, items.part_types),
        price_from=max((each for each in (wanted.price_from, items.price_from) if each is not None), default=None),
        price_to=min((each for each in (wanted.price_to, items.price_to) if each is not None), default=None),
        exclude=(*wanted.exclude, *items.exclude),
    )


def count_items(view: View, wanted: Filter) -> int:
    """How many items are wanted."""
    return view.top(wanted, SortKey.PRICE, descending=False, offset=0, limit=0)[0]


def _both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _unchanged(cents: int) -> int:
    return cents
