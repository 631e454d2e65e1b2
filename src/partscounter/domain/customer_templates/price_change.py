"""What a pricing template makes of a price: per cent off, an amount off, then rounding; in whole cents, exactly."""

from dataclasses import dataclass
from decimal import Decimal

_WHOLE = 10_000
"""Hundredths of a per cent in everything; prices are multiplied by it, so that only the last step rounds."""


@dataclass(frozen=True, slots=True)
class PriceChange:
    """Never below 0, and a higher price never becomes less than a lower one does."""

    kept: int = _WHOLE
    """What is left of a price after the per cent, in hundredths of a per cent."""
    cents_off: int = 0
    unit: int = 1
    """Cents of which prices become multiples, half up."""

    @classmethod
    def of(
        cls, *, percent_off: Decimal | None = None, amount_off: Decimal | None = None, rounding: Decimal | None = None
    ) -> "PriceChange":
        """From numbers with at most two places; `percent_off` is 0 to 100."""
        percent, amount, unit = (_hundredths(each) for each in (percent_off, amount_off, rounding))
        return cls(_WHOLE - percent, amount, unit or 1)

    def cents_of(self, cents: int) -> int:
        """What `cents` become."""
        whole_unit = self.unit * _WHOLE
        changed = cents * self.kept - self.cents_off * _WHOLE
        multiples = (2 * changed + whole_unit) // (2 * whole_unit)
        return multiples * self.unit if multiples > 0 else 0

    def price_of(self, price: Decimal) -> Decimal:
        """The same for an amount with at most two places."""
        return Decimal(self.cents_of(_hundredths(price))).scaleb(-2)


def _hundredths(number: Decimal | None) -> int:
    return 0 if number is None else int(number.scaleb(2))
