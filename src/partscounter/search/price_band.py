"""Filtering by what a customer pays, above any engine: the index knows the sellers' prices only."""

from collections.abc import Iterator, Sequence

from partscounter.search.price_groups import Group, PriceRule
from partscounter.search.query import LARGEST_PRICE_CENTS, Filter


def within_band(wanted: Filter, rules: Sequence[PriceRule], lowest: int | None, highest: int | None) -> Filter:
    """`wanted` where the customer pays from `lowest` to `highest` cents, both included; None is open.

    Either bound leaves items of unknown price out. Each rule turns the bounds into bounds of the seller's price, and
    what of its items lies beyond them is excluded.
    """
    if lowest is None and highest is None:
        return wanted
    if not rules:
        return wanted._replace(price_from=lowest, price_to=highest)
    beyond = tuple(part for part in _beyond(rules, lowest, highest) if not part.matches_nothing())
    return wanted._replace(price_from=wanted.price_from or 0, exclude=(*wanted.exclude, *beyond))


def _beyond(rules: Sequence[PriceRule], lowest: int | None, highest: int | None) -> Iterator[Filter]:
    earlier: tuple[Filter, ...] = ()
    for rule in (*rules, PriceRule(Filter(), _unchanged)):
        group = Group(rule.items, rule.price_of, 0)
        items = rule.items._replace(exclude=earlier)
        below = 0 if lowest is None else group.first_at(lowest)
        above = LARGEST_PRICE_CENTS + 1 if highest is None else group.first_at(highest + 1)
        if below > 0:
            yield _no_more_than(items, below - 1)
        if above <= LARGEST_PRICE_CENTS:
            yield _at_least(items, above)
        earlier = (*earlier, rule.items)


def _no_more_than(items: Filter, cents: int) -> Filter:
    return items._replace(price_to=cents if items.price_to is None else min(cents, items.price_to))


def _at_least(items: Filter, cents: int) -> Filter:
    return items._replace(price_from=cents if items.price_from is None else max(cents, items.price_from))


def _unchanged(cents: int) -> int:
    return cents
