"""Exact numbers on the wire: decimals as JSON numbers without a binary float, and codes that may come as numbers."""

from decimal import Decimal
from typing import Annotated, Any

import msgspec
from msgspec import Meta

# JavaScript reads larger integers inexactly, so a longer code stays text.
LONGEST_EXACT_INTEGER = 15

Code = int | str
"""A code that a client may send as a JSON number or as text, such as a part code or a postal code."""

Quantity = Annotated[int, Meta(ge=1, le=99_999)]
"""Whole pieces ordered or shipped: at most five digits, the length order tracking gives a quantity."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def encode(value: Any) -> bytes:  # noqa: ANN401 - whatever msgspec can encode
    """`value` as strict JSON, every Decimal as a JSON number with its exact digits.

    `msgspec.json.encode` would send a Decimal as a string: answers that carry amounts go through this function.
    """
    return _ENCODER.encode(value)


def json_number(amount: Decimal) -> Decimal:
    """The same value in its shortest spelling, as the printed samples have it: 100.00 is sent as 100, 19.90 as 19.9."""
    whole = int(amount)
    return Decimal(whole) if amount == whole else amount.normalize()


def number_or_text(code: str) -> Code:
    """`code` as a JSON number where that loses nothing, else as text: 7654321 is a number, 04 and S7654321 are not."""
    plain = code.isascii() and code.isdigit() and len(code) <= LONGEST_EXACT_INTEGER
    return int(code) if plain and code == str(int(code)) else code
