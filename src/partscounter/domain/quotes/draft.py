"""What a dealer says to make or revise a quote."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

LARGEST_QUANTITY: Final = 9999
MOST_LINES: Final = 100
LONGEST_TEXT: Final = 200
LONGEST_NOTE: Final = 1000


@dataclass(frozen=True, slots=True)
class QuotedItem:
    """An item of the dealer's stock, how many, and at what price."""

    item_id: int
    quantity: int
    price: Decimal | None = None
    """Of one unit, net; None for what the customer pays now."""
    core: Decimal | None = None
    """The deposit on one old part; None for the item's."""


@dataclass(frozen=True, slots=True)
class QuoteDraft:
    """All that is said of a quote. Its items lie at one store, which gives currency and tax."""

    dealer_id: int
    lines: tuple[QuotedItem, ...]
    valid_until: date
    customer_id: int | None = None
    name: str = ""
    """Of whom it is for; the customer's own where it is empty."""
    email: str = ""
    """The same."""
    note: str = ""
