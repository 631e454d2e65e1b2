"""Answers made from values."""

from decimal import Decimal

from partscounter.web.answer import Answer, empty, encode, json_answer


def test_writes_decimals_exactly_in_either_form() -> None:
    assert json_answer({"price": Decimal("12.50")}).body == b'{"price":"12.50"}'
    assert json_answer({"price": Decimal("0.10")}, decimals="number").body == b'{"price":0.10}'
    assert encode([Decimal("999999999999.99")], decimals="number") == b"[999999999999.99]"


def test_says_what_it_is() -> None:
    assert json_answer([], 201, (("Location", "/1"),)) == Answer(201, b"[]", "application/json", (("Location", "/1"),))
    assert empty() == Answer(204)
