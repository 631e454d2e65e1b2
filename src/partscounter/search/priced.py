"""A customer's own prices in order, above any engine.

The engine sorts by the seller's price. A customer's price rules divide the items into groups, and within a group a
higher seller's price is never a lower customer's price. So each group comes in order from the engine, and the groups
are merged: by the customer's price, then the seller's, then the id. Descending, both prices descend; ids ascend.
Unknown prices come last in both directions.

A page far on is not read from the start: the place where it begins is looked for by counting what lies before a price,
first the customer's, then, where thousands share it, the seller's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.search.index import Entry, View, entries_of
from partscounter.search.place_of_page import Axis, advance
from partscounter.search.price_groups import Group, PriceRule, count_items, groups_of, narrowed
from partscounter.search.query import LARGEST_PRICE_CENTS, Field, Filter, SortKey

NEAR = 1_000
"""How many items are read and passed over to reach a page, rather than counting on."""


@dataclass(frozen=True, slots=True)
class PricedView:
    """A View (see `search.index`) whose column PRICE is what the customer pays; everything else is that of `view`."""

    view: View
    rules: tuple[PriceRule, ...]

    def count_by(self, field: Field, wanted: Filter) -> dict[int, int]:
        return self.view.count_by(field, wanted)

    def lookup(self, wanted: Filter, most: int) -> Sequence[Entry] | None:
        # Whoever asks for all that match wants them by price, and here that is another.
        return None if wanted.uids is None else self.view.lookup(wanted, most)

    def watermark(self) -> int:
        return self.view.watermark()

    def top(
        self, wanted: Filter, sort: SortKey, *, descending: bool, offset: int, limit: int, after: int | None = None
    ) -> tuple[int, Sequence[int]]:
        if sort != SortKey.PRICE:
            return self.view.top(wanted, sort, descending=descending, offset=offset, limit=limit, after=after)
        if after is not None:
            raise ValueError("a customer's own prices are paged by offset, which costs little here")
        total = count_items(self.view, wanted)
        limit = min(limit, total - offset)
        if limit <= 0:
            return total, []
        first = offset + limit if offset <= NEAR else 0
        groups = groups_of(self.view, wanted, self.rules, first, descending=descending)
        merge = _Merge(self.view, wanted, tuple(groups), descending)
        uids = merge.page(offset, min(limit, merge.priced - offset)) if offset < merge.priced else []
        if len(uids) < limit:
            uids += merge.unpriced(max(0, offset - merge.priced), limit - len(uids))
        return total, uids


Cut = tuple[int, int]
"""Between two places of the order: before it, ascending, lies what has a lower customer's price than the first number,
or that price and a lower seller's price than the second."""


@dataclass(frozen=True, slots=True)
class _Merge:
    """The items of known price, group by group."""

    view: View
    wanted: Filter
    groups: tuple[Group, ...]
    descending: bool

    @property
    def priced(self) -> int:
        return sum(group.items for group in self.groups)

    def unpriced(self, offset: int, limit: int) -> list[int]:
        """Items of unknown price, by id."""
        rest = self.wanted._replace(exclude=(*self.wanted.exclude, Filter(price_from=0)))
        return list(self.view.top(rest, SortKey.PRICE, descending=False, offset=offset, limit=limit)[1])

    def page(self, offset: int, limit: int) -> list[int]:
        uids: list[int] = []
        while len(uids) < limit:
            uids += self._some(offset + len(uids), limit - len(uids))
        return uids

    def _some(self, offset: int, limit: int) -> list[int]:
        """The items at `offset`…, at least one of them and at most `limit`."""
        cut, passed = self._start, 0
        if offset > NEAR:
            axis = Axis(self._highest, self.descending)
            steps, passed = advance(axis, lambda at: self._passed((axis.value(at), 0)), offset, NEAR)
            cut = (axis.value(steps), 0)
            if offset - passed > NEAR:
                return self._among_equals(axis.next_value(steps), offset, limit)
        return self._merged(cut, offset - passed, limit)

    def _among_equals(self, price: int, offset: int, limit: int) -> list[int]:
        """The same where more than NEAR items before `offset` cost the customer `price`."""
        ends = [(group.first_at(price), group.first_at(price + 1)) for group in self.groups]
        lowest = min(first for first, _ in ends)
        axis = Axis(max(last for _, last in ends), self.descending, lowest)
        steps, passed = advance(axis, lambda at: self._passed((price, axis.value(at))), offset, NEAR)
        if offset - passed <= NEAR:
            return self._merged((price, axis.value(steps)), offset - passed, limit)
        base = axis.next_value(steps)
        others = tuple(group.wanted for group in self.groups if group.price_of(base) != price)
        equals = narrowed(self.wanted, Filter(price_from=base, price_to=base, exclude=others))
        return list(self.view.top(equals, SortKey.PRICE, descending=False, offset=offset - passed, limit=limit)[1])

    def _merged(self, cut: Cut, skip: int, limit: int) -> list[int]:
        """The items from `cut` on, without the first `skip`."""
        uids: dict[int, Group] = {}
        for group in self.groups:
            if group.items:
                uids |= dict.fromkeys(self._of_group(group, cut, skip + limit), group)
        entries = entries_of(self.view, uids)
        sign = -1 if self.descending else 1
        bases = {uid: sign * (entries[uid].price_cents or 0) for uid in uids}
        keys = sorted((sign * group.price_of(sign * bases[uid]), bases[uid], uid) for uid, group in uids.items())
        return [uid for _, _, uid in keys[skip : skip + limit]]

    def _of_group(self, group: Group, cut: Cut, limit: int) -> Sequence[int]:
        """The first of a group from `cut` on."""
        if cut == self._start and len(group.first) >= min(limit, group.items):
            return group.first[:limit]
        low = group.low(cut)
        if low <= 0 if self.descending else low > LARGEST_PRICE_CENTS:
            return []
        part = narrowed(group.wanted, Filter(price_to=low - 1) if self.descending else Filter(price_from=low))
        return self.view.top(part, SortKey.PRICE, descending=self.descending, offset=0, limit=limit)[1]

    def _passed(self, cut: Cut) -> int:
        """How many items come before `cut`, in the direction of the order."""
        below = sum(self._below(group, group.low(cut)) for group in self.groups)
        return self.priced - below if self.descending else below

    def _below(self, group: Group, low: int) -> int:
        if not group.items or low <= 0:
            return 0
        if low > LARGEST_PRICE_CENTS:
            return group.items
        return count_items(self.view, narrowed(group.wanted, Filter(price_to=low - 1)))

    @property
    def _highest(self) -> int:
        """Above what anything costs."""
        return max(group.price_of(LARGEST_PRICE_CENTS) for group in self.groups) + 1

    @property
    def _start(self) -> Cut:
        return (self._highest, 0) if self.descending else (0, 0)
