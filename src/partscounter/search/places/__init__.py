"""Where addresses are, without asking anybody: tables of postal codes and towns of the United States and Canada."""

from partscounter.search.places.locate import locate, locate_address
from partscounter.search.places.point import EARTH_RADIUS_MILES, Point, miles_between

__all__ = ["EARTH_RADIUS_MILES", "Point", "locate", "locate_address", "miles_between"]
