"""What a dealer's books say of a customer beyond name and address: by it customers are told apart in rules."""

from dataclasses import dataclass

from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class CustomerProfile:
    """Every part is the dealer's own word; unknown is empty."""

    type: str = ""
    """The kind of customer, such as fleet or workshop."""
    price_code: str = ""
    """The price level that the dealer's own system gives."""
    territories: frozenset[str] = frozenset()
    """The sales territories that the customer belongs to."""
    places: tuple[PostalAddress, ...] = ()
    """Where goods are sent, each with the customer's own code for it."""


NO_PROFILE = CustomerProfile()
