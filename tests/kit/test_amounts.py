"""Amounts in text are plain decimal numbers, wherever they are read."""

from decimal import Decimal

import pytest

from partscounter.kit.money import is_plain_number, parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12", "12.00"), (" 12.5 ", "12.50"), ("-0.05", "-0.05"), (".5", "0.50"), ("7.", "7.00"), ("1.100", "1.10")],
)
def test_reads_a_plain_number(text: str, amount: str) -> None:
    read = parse_amount(text)

    assert (read, str(read)) == (Decimal(amount), amount)


@pytest.mark.parametrize(
    "text", ["", " ", ".", "-", "1_000", "1e3", "+1", "NaN", "Infinity", "\uff11\uff12", "\u0661\u0662", "1,5", "1 000"]
)
def test_reads_nothing_else(text: str) -> None:
    assert not is_plain_number(text)
    with pytest.raises(ValueError, match="is not an amount"):
        parse_amount(text)


@pytest.mark.parametrize(("text", "why"), [("1.005", "more than two decimal places"), ("1000000000000", "range")])
def test_refuses_what_is_too_fine_or_too_large(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_amount(text)
