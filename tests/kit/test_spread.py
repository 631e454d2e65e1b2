"""An amount divided in proportion loses no cent."""

from decimal import Decimal

import pytest

from partscounter.kit.money import spread


@pytest.mark.parametrize(
    ("amount", "weights", "parts"),
    [
        ("10.00", ["1", "1", "1"], ["3.33", "3.34", "3.33"]),
        ("1.00", ["3", "1"], ["0.75", "0.25"]),
        ("0.01", ["5", "5"], ["0.01", "0.00"]),
        ("5.00", ["0", "0"], ["2.50", "2.50"]),
        ("5.00", ["0", "2", "0"], ["0.00", "5.00", "0.00"]),
        ("0", ["1"], ["0.00"]),
        ("7", [], []),
    ],
)
def test_the_parts_add_up(amount: str, weights: list[str], parts: list[str]) -> None:
    assert spread(Decimal(amount), [Decimal(weight) for weight in weights]) == [Decimal(part) for part in parts]
