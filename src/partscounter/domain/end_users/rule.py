"""A rule: which customers get which template without anybody assigning it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from partscounter.domain.customer_templates import TemplateType
from partscounter.domain.customers import CustomerProfile

Span = tuple[str, int]
"""A currency, and a number of days up to now."""


@dataclass(frozen=True, slots=True)
class TemplateRule:
    """For a customer to whom all applies that is said here; for each type the first rule that fits counts."""

    name: str
    template: str
    """Counts in each of `types` in which there is a template of this name."""
    types: tuple[TemplateType, ...] = tuple(TemplateType)
    api_user: str = ""
    """The API user whose end users these are; empty for every one."""
    customer_type: str = ""
    price_code: str = ""
    territory: str = ""
    spend_from: Decimal | None = None
    """Whoever ordered for this much or more within the last `span`."""
    spend_below: Decimal | None = None
    span: Span = ("USD", 365)

    @property
    def asks_for_spend(self) -> bool:
        """Whether what the customer spent matters."""
        return self.spend_from is not None or self.spend_below is not None


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What rules look at."""

    profile: CustomerProfile
    spend: Mapping[Span, Decimal] = field(default_factory=dict)


def reasons_for(rule: TemplateRule, facts: CustomerFacts) -> list[str] | None:
    """What of the customer fits the rule, in words; None where it does not fit."""
    profile, spent = facts.profile, facts.spend.get(rule.span, Decimal(0))
    named = (
        ("customer type", rule.customer_type, (profile.type,)),
        ("price code", rule.price_code, (profile.price_code,)),
        ("territory", rule.territory, profile.territories),
    )
    reasons = []
    for what, wanted, known in named:
        if not wanted:
            continue
        if wanted.casefold() not in {each.casefold() for each in known}:
            return None
        reasons.append(f"{what} {wanted}")
    if rule.asks_for_spend:
        if rule.spend_from is not None and spent < rule.spend_from:
            return None
        if rule.spend_below is not None and spent >= rule.spend_below:
            return None
        currency, days = rule.span
        reasons.append(f"ordered for {spent:.2f} {currency} in {days} days")
    return reasons or ["every end user"]
