"""Choosing with the skew of the field: a few values are everywhere, most are rare."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

Value = TypeVar("Value")

_AT_ONCE = 2_000


def zipf(count: int, exponent: float = 1.0) -> list[float]:
    """Cumulated weights of `count` values, of which the n-th comes 1/n**exponent as often as the first."""
    return list(accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def endless(random: Random, values: Sequence[Value], cumulated: Sequence[float]) -> Iterator[Value]:
    """Choices without end, drawn some thousands at a time since that takes a fraction of the time."""
    while True:
        yield from random.choices(values, cum_weights=cumulated, k=_AT_ONCE)


def endless_numbers(random: Random, below: int) -> Iterator[int]:
    """Evenly spread whole numbers without end."""
    while True:
        yield from random.choices(range(below), k=_AT_ONCE)
