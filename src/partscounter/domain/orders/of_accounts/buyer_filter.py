"""Which orders of an account are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrdersWanted:
    """Whose orders are asked for, and which of them."""

    account_id: int
    customer_id: int | None = None
    """The customer that the account stands for: those bought by other doors count too."""
    text: str = ""
    """In any case, a part of a number, the buyer's reference, or the code or description of a line."""
