"""What was made of a value is found again, up to so many."""

import pytest

from partscounter.kit.made_once import made_once


def test_a_value_is_made_when_it_is_first_asked_for() -> None:
    made: list[int] = []

    def make(value: int) -> str:
        made.append(value)
        return str(value)

    text_of = made_once(make, most=2)

    assert list(map(text_of, [1, 1, 2, 1, 2])) == ["1", "1", "2", "1", "2"]
    assert made == [1, 2]
    assert list(map(text_of, [3, 3, 1])) == ["3", "3", "1"]  # the third begins anew
    assert made == [1, 2, 3, 1]


def test_what_cannot_be_made_is_not_remembered() -> None:
    number_of = made_once(int, most=2)

    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            number_of("x")  # type: ignore[arg-type]  # int takes more than texts
    assert number_of("7") == 7  # type: ignore[arg-type]
