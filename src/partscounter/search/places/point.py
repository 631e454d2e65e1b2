"""A place on earth, and how far it is from another."""

import math
from dataclasses import dataclass

EARTH_RADIUS_MILES = 3958.7613
"""The mean radius (6371.0088 km)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, in degrees; north and east are positive."""

    latitude: float
    longitude: float


def miles_between(one: Point, other: Point) -> float:
    """The great-circle distance."""
    latitude, other_latitude = math.radians(one.latitude), math.radians(other.latitude)
    north = math.sin((other_latitude - latitude) / 2) ** 2
    east = math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    chord = north + math.cos(latitude) * math.cos(other_latitude) * east
    return 2 * EARTH_RADIUS_MILES * math.asin(math.sqrt(min(1.0, chord)))
