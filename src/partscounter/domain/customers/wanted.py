"""Which customers a list shows."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustomersWanted:
    """All that is said here must hold."""

    text: str = ""
    """Words, each of them in a name, the company, the town, the mail address or one of the outside names."""
    dealer_ids: Collection[int] | None = None
    """Customers of these dealers, and those whom all dealers share; None for all."""
