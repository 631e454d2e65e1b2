"""Amounts in text are plain decimal numbers, wherever they are read."""

from decimal import Decimal

import pytest

from partscounter.kit.money import LARGEST, is_plain_number, parse_amount, written_amount


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


@pytest.mark.parametrize(
    ("value", "amount"), [(15, "15"), ("12.50", "12.50"), (".5", "0.5"), ("0", "0"), (str(LARGEST), str(LARGEST))]
)
def test_an_amount_of_a_file_is_a_whole_number_or_a_text(value: object, amount: str) -> None:
    assert written_amount(value) == Decimal(amount)


@pytest.mark.parametrize(
    "value", [12.5, True, None, [], "", " 15 ", "-1", -1, "1e3", "1_000", "NaN", "1.005", 10**12, "1000000000000"]
)
def test_nothing_else_is_an_amount_of_a_file(value: object) -> None:
    assert written_amount(value) is None
