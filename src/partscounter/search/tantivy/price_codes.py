"""Prices as numbers that compare as their cents do and, unlike cents, lie far apart where most prices are.

Together with the uid they make the sort keys (see `schema`). Tantivy keeps a column as it is if its values span more
than 56 bits, and so does nearly every block of 512 of them; then it is opened in no time. Every other column it keeps
block by block, and reads something of all blocks each time the column is asked for anything: more than a millisecond of
ten million items, however few are wanted. So prices that differ by 164 of anything below ten thousand are 2**24 apart
here, 2**56 with the uid.
"""

from partscounter.search.query import LARGEST_PRICE_CENTS

UNKNOWN_PRICE = 2**32 - 1
"""Sorts after every known price."""

_LOW = 2**20
"""Prices below that many cents, 10,486, are spread out."""
_SPREAD = 2**10
_SHIFT = _LOW * (_SPREAD - 1)


def price_code(price_cents: int) -> int:
    """The price as far as sorting tells prices apart; below UNKNOWN_PRICE."""
    cents = max(0, min(price_cents, LARGEST_PRICE_CENTS))
    return cents * _SPREAD if cents < _LOW else cents + _SHIFT


def cents_of(code: int) -> int:
    """The price of a code."""
    return code // _SPREAD if code < _LOW * _SPREAD else code - _SHIFT
