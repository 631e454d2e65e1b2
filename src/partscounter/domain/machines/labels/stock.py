"""Label stock: the sheets and single labels that shops sell, in millimetres."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

MILLIMETRES_OF_INCH: Final = 25.4


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet with a grid of equal labels in its middle; a single label is a sheet of one."""

    name: str
    meaning: str
    page: tuple[float, float]
    """Width and height."""
    label: tuple[float, float]
    """Width and height."""
    columns: int = 1
    rows: int = 1
    gap: float = 0
    """Between two columns; rows touch."""

    @property
    def places(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def corners(self) -> Iterator[tuple[float, float]]:
        """Where the labels begin, from the left and the top edge, row by row."""
        width, height = self.label
        left = (self.page[0] - self.columns * width - (self.columns - 1) * self.gap) / 2
        top = (self.page[1] - self.rows * height) / 2
        for row in range(self.rows):
            for column in range(self.columns):
                yield left + column * (width + self.gap), top + row * height


_A4: Final = (210.0, 297.0)
_LETTER: Final = (8.5 * MILLIMETRES_OF_INCH, 11 * MILLIMETRES_OF_INCH)
_STOCKS: Final = (
    Stock("a4-24", "A4, 3 x 8 labels of 63.5 x 33.9 mm", _A4, (63.5, 33.9), 3, 8, 2.54),
    Stock("a4-14", "A4, 2 x 7 labels of 99.1 x 38.1 mm", _A4, (99.1, 38.1), 2, 7, 2.5),
    Stock("letter-30", "US Letter, 3 x 10 labels of 2 5/8 x 1 in", _LETTER, (66.675, 25.4), 3, 10, 3.175),
    Stock("single-50x50", "One label of 50 x 50 mm", (50.0, 50.0), (50.0, 50.0)),
    Stock("single-62x29", "One label of 62 x 29 mm", (62.0, 29.0), (62.0, 29.0)),
)

STOCKS: Final[Mapping[str, Stock]] = MappingProxyType({stock.name: stock for stock in _STOCKS})
"""By name."""
