"""What somebody looks for among the tries to hand orders over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliverySearch:
    """All that is given must hold."""

    order_number: str = ""
    failed_only: bool = False
    dealer_ids: frozenset[int] | None = None
    """Only of these dealers; None is all."""
