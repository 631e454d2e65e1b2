"""A template: what it changes for the end users to whom it is assigned, and for which items."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TemplateType(StrEnum):
    """What a template decides; the values are stored. An end user has at most one template of each type."""

    PRICING = "pricing"
    AVAILABILITY = "availability"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items a step is for: those to which everything that is said here applies. Empty says nothing."""

    vendor: str = ""
    """The inventory contract's vendor id."""
    category: str = ""
    part_type: str = ""
    price_from: Decimal | None = None
    """Items of this price or more; one without a price is in no band."""
    price_below: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to the items of a selection; only what fits the template's type is set."""

    selection: Selection = Selection()
    percent_off: Decimal | None = None
    amount_off: Decimal | None = None
    cap: int | None = None
    """No more than so many units are shown."""
    hidden: bool = False
    """The item, or in a template for quantities the number of units, is not shown."""


@dataclass(frozen=True, slots=True)
class Template:
    """A named list of steps. For each item the first step whose selection takes it counts, and no other."""

    type: TemplateType
    name: str
    steps: tuple[Step, ...] = ()
    rounding: Decimal = Decimal("0.01")
    """Prices become multiples of this, half up."""
