"""Looking for the price at which a page begins, by counting what comes before a price."""

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """Prices from `lowest` to `highest`, walked in the direction of an order in steps of a cent."""

    highest: int
    descending: bool
    lowest: int = 0

    @property
    def steps(self) -> int:
        return self.highest - self.lowest

    def value(self, steps: int) -> int:
        """The price after so many steps."""
        return self.highest - steps if self.descending else self.lowest + steps

    def next_value(self, steps: int) -> int:
        """The price of the items between this step and the next."""
        return self.value(steps) - 1 if self.descending else self.value(steps)


def advance(axis: Axis, passed: Callable[[int], int], offset: int, near: int) -> tuple[int, int]:
    """The steps after which at most `offset` items are passed, and how many are; `near` or less before it, or else as
    near as a single step comes.

    `passed` counts the items before a step; it never falls from one step to the next, is at most `offset` at the first
    and more at the last.
    """
    low, high = 0, axis.steps
    before, beyond = passed(0), math.inf
    halving = True
    while high - low > 1 and offset - before > near:
        share = 0.5 if halving else (offset - near / 2 - before) / (beyond - before)
        middle = _between(axis, low, high, share)
        count = passed(middle)
        if count <= offset:
            low, before = middle, count
        else:
            high, beyond = middle, count
        # Guessing from the counts is quick where prices are spread evenly; halving is never slow.
        halving = not halving or math.isinf(beyond)
    return low, before


def _between(axis: Axis, low: int, high: int, share: float) -> int:
    """A step strictly between the two, at `share` of the way on a logarithmic scale: that is how prices spread."""
    start, end = (math.log1p(axis.value(step)) for step in (low, high))
    price = round(math.expm1(start + (end - start) * share))
    middle = axis.highest - price if axis.descending else price - axis.lowest
    return max(low + 1, min(middle, high - 1))
