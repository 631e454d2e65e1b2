"""Prices under a template are exact to the cent."""

from decimal import Decimal

import pytest

from partscounter.domain.customer_templates import PriceChange


@pytest.mark.parametrize(
    ("percent", "amount", "rounding", "price", "expected"),
    [
        ("10", None, "0.01", "100.00", "90.00"),
        ("10", None, "0.01", "0.05", "0.05"),
        ("10", None, "0.01", "0.15", "0.14"),
        ("12.5", None, "0.50", "10.00", "9.00"),
        ("33.33", "0.01", "0.01", "100.00", "66.66"),
        (None, "25", "0.01", "24.99", "0.00"),
        (None, None, "100", "150.00", "200.00"),
        (None, None, "100", "149.99", "100.00"),
        ("100", None, "0.01", "9.99", "0.00"),
        ("0.01", None, "0.01", "999999999999.99", "999899999999.99"),
    ],
)
def test_per_cent_then_amount_then_rounding_half_up(
    percent: str | None, amount: str | None, rounding: str, price: str, expected: str
) -> None:
    change = PriceChange.of(
        percent_off=None if percent is None else Decimal(percent),
        amount_off=None if amount is None else Decimal(amount),
        rounding=Decimal(rounding),
    )

    assert str(change.price_of(Decimal(price))) == expected


def test_a_higher_price_never_becomes_less() -> None:
    change = PriceChange.of(percent_off=Decimal("37.5"), amount_off=Decimal("1.25"), rounding=Decimal("0.25"))

    prices = [change.cents_of(cents) for cents in range(3_000)]

    assert prices == sorted(prices)
    assert prices[-1] == 1_750
