"""An end user's terms: the steps of templates that are in force for one person, and what they make of an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from partscounter.domain.customer_templates.price_change import PriceChange
from partscounter.domain.customer_templates.template import Selection, Step
from partscounter.kit.text import squash


@dataclass(frozen=True, slots=True)
class Offer:
    """What of an item templates look at."""

    vendor: str
    """The inventory contract's vendor id."""
    category: str
    part_type: str
    price: Decimal | None
    available: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A step in force, and where it stands."""

    step: Step
    template: str
    number: int
    """1 is the first step of its template."""
    rounding: Decimal = Decimal("0.01")

    @property
    def change(self) -> PriceChange:
        """What it makes of prices."""
        return PriceChange.of(
            percent_off=self.step.percent_off, amount_off=self.step.amount_off, rounding=self.rounding
        )


@dataclass(frozen=True, slots=True)
class EndUserTerms:
    """For each item the first rule of a kind that takes it counts; an item that none takes is as for everybody."""

    pricing: tuple[Rule, ...] = ()
    availability: tuple[Rule, ...] = ()
    quantity: tuple[Rule, ...] = ()

    def hides(self, offer: Offer) -> bool:
        """Whether this end user is not to see the item at all."""
        rule = rule_for(offer, self.availability)
        return rule is not None and rule.step.hidden

    def price_of(self, offer: Offer) -> Decimal | None:
        """What one unit costs this end user; None where the seller names no price."""
        rule = rule_for(offer, self.pricing)
        return offer.price if rule is None or offer.price is None else rule.change.price_of(offer.price)

    def units_of(self, offer: Offer) -> int:
        """How many units this end user can buy."""
        rule = rule_for(offer, self.quantity)
        if rule is None or rule.step.cap is None:
            return offer.available
        return min(offer.available, rule.step.cap)

    def shown_units_of(self, offer: Offer) -> int | None:
        """How many units are shown as available; None where the number is not shown."""
        rule = rule_for(offer, self.quantity)
        return None if rule is not None and rule.step.hidden else self.units_of(offer)


EVERYBODY = EndUserTerms()
"""Nothing is changed for nobody in particular."""


def rule_for(offer: Offer, rules: Sequence[Rule]) -> Rule | None:
    """The first of `rules` that takes the item."""
    return next((rule for rule in rules if takes(rule.step.selection, offer)), None)


def takes(selection: Selection, offer: Offer) -> bool:
    """Whether all that `selection` says applies. Names are compared whatever their case and punctuation."""
    return (
        (not selection.vendor or selection.vendor == offer.vendor)
        and _is_named(selection.category, offer.category)
        and _is_named(selection.part_type, offer.part_type)
        and _is_in_band(selection, offer.price)
    )


def _is_named(wanted: str, name: str) -> bool:
    if not wanted:
        return True
    key = squash(wanted)
    return bool(key) and key == squash(name)


def _is_in_band(selection: Selection, price: Decimal | None) -> bool:
    lowest, beyond = selection.price_from, selection.price_below
    if lowest is None and beyond is None:
        return True
    return price is not None and (lowest is None or price >= lowest) and (beyond is None or price < beyond)
