"""Prices as the engine sorts them: exact, in order, and far apart."""

import pytest

from partscounter.search.query import LARGEST_PRICE_CENTS
from partscounter.search.tantivy.price_codes import UNKNOWN_PRICE, cents_of, price_code

LAST_LOW = 2**20 - 1
PRICES = (0, 1, 99, LAST_LOW - 1, LAST_LOW, LAST_LOW + 1, 2**24, LARGEST_PRICE_CENTS - 1, LARGEST_PRICE_CENTS)


@pytest.mark.parametrize("price", PRICES)
def test_a_code_tells_its_price(price: int) -> None:
    assert cents_of(price_code(price)) == price


def test_codes_compare_as_prices_do_and_unknown_comes_last() -> None:
    codes = [price_code(price) for price in PRICES]

    assert codes == sorted(set(codes))
    assert 0 <= codes[0] < codes[-1] < UNKNOWN_PRICE < 2**32


def test_prices_beyond_the_bounds_count_as_the_bounds() -> None:
    assert price_code(-1) == price_code(0)
    assert price_code(LARGEST_PRICE_CENTS + 1) == price_code(LARGEST_PRICE_CENTS)


def test_prices_164_apart_are_as_far_apart_as_the_engine_needs() -> None:
    assert price_code(2_000_00 + 164_00) - price_code(2_000_00) > 2**24
