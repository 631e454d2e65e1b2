"""A service kit: the parts that a machine of a model needs after so many hours of work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KitPart:
    """One part of a kit."""

    part_number: str
    """As people order it, such as 1R-1808."""
    quantity: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit, known by make, model, hours and name; make and model count whatever their hyphens and case."""

    make: str
    model: str
    hours: int
    """Hours of work after which the service is due; 0 where it hangs on none."""
    name: str
    """What tells two kits of the same hours apart; mostly empty."""
    parts: tuple[KitPart, ...] = ()
    """In the order in which they were listed."""
    id: int = 0
    """0 until it is stored."""
