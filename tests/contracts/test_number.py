"""Amounts cross the wire exactly, and codes keep their digits."""

from decimal import Decimal

import msgspec
import pytest

from partscounter_contracts import encode, json_number, number_or_text


@pytest.mark.parametrize(
    ("amount", "sent"),
    [
        (Decimal("100.00"), b"100"),
        (Decimal("0.00"), b"0"),
        (Decimal("1E+2"), b"100"),
        (Decimal("19.99"), b"19.99"),
        (Decimal("19.90"), b"19.9"),
        (Decimal("0.1") + Decimal("0.2"), b"0.3"),
        (Decimal("1234567890.12"), b"1234567890.12"),
        (Decimal("-999999999999.99"), b"-999999999999.99"),
    ],
)
def test_an_amount_is_a_json_number_with_its_exact_digits(amount: Decimal, sent: bytes) -> None:
    assert encode(json_number(amount)) == sent
    assert msgspec.json.decode(sent, type=Decimal) == amount


def test_a_long_decimal_is_read_without_a_float_between() -> None:
    assert msgspec.json.decode(b"12345678901234567.89", type=Decimal) == Decimal("12345678901234567.89")


@pytest.mark.parametrize(
    ("code", "sent"),
    [
        ("7654321", 7654321),
        ("0", 0),
        ("04", "04"),
        ("003896", "003896"),
        ("S7654321", "S7654321"),
        ("", ""),
        ("-1", "-1"),
        ("1234567890123456", "1234567890123456"),
        ("٣", "٣"),
    ],
)
def test_a_code_is_a_number_only_where_nothing_is_lost(code: str, sent: int | str) -> None:
    assert number_or_text(code) == sent
