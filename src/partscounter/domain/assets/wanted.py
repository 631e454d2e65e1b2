"""Which machines a list shows."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MachinesWanted:
    """All that is said here must hold."""

    text: str = ""
    """Words, each of them in the code, the serial number, make and model, the kind or the owner's family name."""
    dealer_ids: Collection[int] | None = None
    """Machines of these dealers' customers, of customers that all dealers share, and of nobody; None for all."""
    customer_id: int | None = None
    """Whose; None for everybody's."""
