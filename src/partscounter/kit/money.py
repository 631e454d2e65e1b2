"""Exact money: a decimal amount of one currency. Never a binary float."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
LARGEST = Decimal("999999999999.99")
_PLAIN_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")


class CurrencyMismatch(ValueError):
    """Amounts of two currencies were added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` with exactly two places, in `currency` (ISO 4217, such as EUR)."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", to_cents(self.amount))

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: int | Decimal) -> "Money":
        return Money(self.amount * factor, self.currency)

    def percent(self, rate: Decimal) -> "Money":
        """`rate` per cent of this amount, rounded half up to the cent."""
        return Money(self.amount * rate / 100, self.currency)

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} do not add")


def to_cents(amount: Decimal) -> Decimal:
    """`amount` rounded half up to two places."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def spread(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`amount` in cents, divided in proportion to `weights` (evenly, if all are zero); the parts add up exactly."""
    even = not any(weights)
    left, left_weight = to_cents(amount), Decimal(len(weights)) if even else sum(weights, Decimal(0))
    parts: list[Decimal] = []
    for weight in weights:
        own = Decimal(1) if even else weight
        parts.append(to_cents(left * own / left_weight) if left_weight else Decimal("0.00"))
        left, left_weight = left - parts[-1], left_weight - own
    return parts


def is_plain_number(text: str) -> bool:
    """Whether `text` is written in ASCII digits, with one point and a minus in front at most.

    `Decimal` alone would also take `1_000`, `1e3`, `+1`, `NaN`, blanks around it and the digits of every alphabet.
    """
    return _PLAIN_NUMBER.fullmatch(text) is not None


def written_amount(value: object) -> Decimal | None:
    """What `value` of a file's plain data is, if it is an amount from zero up, with at most two places, within range.

    A whole number, or a plain number as text: a float would not be exact.
    """
    if not isinstance(value, str | int) or not is_plain_number(str(value)):
        return None
    amount = Decimal(str(value))
    return amount if 0 <= amount <= LARGEST and amount == round(amount, 2) else None


def parse_amount(text: str) -> Decimal:
    """The decimal that `text` spells, at most two places and within range; blanks may be around it.

    Raises ValueError with a sentence that can be shown: for anything but a plain number, and more than two places.
    """
    plain = text.strip()
    if not is_plain_number(plain):
        raise ValueError(f"{text!r} is not an amount")
    amount = Decimal(plain)
    if abs(amount) > LARGEST:
        raise ValueError(f"{text!r} is not an amount within range")
    if amount != to_cents(amount):
        raise ValueError(f"{text!r} has more than two decimal places")
    return to_cents(amount)
