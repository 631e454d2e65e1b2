"""An end user's terms as the index is asked for them: which items are hidden, and by which rules prices differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers
from partscounter.domain.catalog import NameKind
from partscounter.domain.customer_templates import EndUserTerms, Selection
from partscounter.search.price_groups import PriceRule
from partscounter.search.query import Filter


@dataclass(frozen=True, slots=True)
class EndUserChanges:
    """What a search leaves out, and what its items cost."""

    hidden: tuple[Filter, ...] = ()
    """To be added to `Filter.exclude`."""
    prices: tuple[PriceRule, ...] = ()


NO_CHANGE = EndUserChanges()


def changes_for(tx: ReadTx, terms: EndUserTerms) -> EndUserChanges:
    """`terms` with every name resolved; a name that nothing has takes no item."""
    rules = (*terms.availability, *terms.pricing)
    if not rules:
        return NO_CHANGE
    names = _Numbers.of(tx, [rule.step.selection for rule in rules])
    availability = [(rule.step.hidden, names.filter_of(rule.step.selection)) for rule in terms.availability]
    pricing = (PriceRule(names.filter_of(rule.step.selection), rule.change.cents_of) for rule in terms.pricing)
    return EndUserChanges(tuple(_hidden(availability)), tuple(pricing))


def _hidden(steps: Iterable[tuple[bool, Filter]]) -> Iterator[Filter]:
    """Each step that hides, without what an earlier one shows."""
    shown: tuple[Filter, ...] = ()
    for hides, items in steps:
        if hides:
            yield items._replace(exclude=shown)
        else:
            shown = (*shown, items)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of the names that selections use."""

    dealers: dict[str, int]
    categories: dict[str, int]
    part_types: dict[str, int]

    @classmethod
    def of(cls, tx: ReadTx, selections: Iterable[Selection]) -> "_Numbers":
        chosen = tuple(selections)
        vendors = {each.vendor for each in chosen if each.vendor}
        return cls(
            {each.vendor_id or "": each.id for each in dealers.list_dealers_by_vendor(tx, vendors)} if vendors else {},
            catalog.find_names(tx, NameKind.CATEGORY, {each.category for each in chosen if each.category}),
            catalog.find_names(tx, NameKind.PART_TYPE, {each.part_type for each in chosen if each.part_type}),
        )

    def filter_of(self, selection: Selection) -> Filter:
        beyond = _cents(selection.price_below)
        if beyond == 0:  # which no price is below; a bound below zero would be none to the index
            return Filter(dealers=frozenset())
        return Filter(
            dealers=_number(self.dealers, selection.vendor),
            categories=_number(self.categories, selection.category),
            part_types=_number(self.part_types, selection.part_type),
            price_from=_cents(selection.price_from),
            price_to=None if beyond is None else beyond - 1,
        )


def _number(numbers: dict[str, int], name: str) -> frozenset[int] | None:
    if not name:
        return None
    return frozenset({numbers[name]}) if name in numbers else frozenset()


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount.scaleb(2))
