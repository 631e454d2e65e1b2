"""Every refusal in the code base has an answer at the doors and a code of its own."""

import pytest

import partscounter
from partscounter.kit.refusal import Conflict, NotFound, Refusal
from partscounter.web.problems import kind_of
from tests.architecture.rules.refusals import ambiguous_codes, import_everything, refusals_of


@pytest.fixture(scope="module")
def refusals() -> list[type[Refusal]]:
    import_everything(partscounter)
    return list(refusals_of(partscounter))


def test_every_refusal_is_answered_by_the_doors(refusals: list[type[Refusal]]) -> None:
    assert [refusal for refusal in refusals if kind_of(refusal) is None] == []


def test_the_doors_do_not_answer_a_refusal_outside_the_five_kinds() -> None:
    class Planted(Refusal):
        """None of the five."""

    assert kind_of(Planted) is None


def test_the_five_kinds_are_found(refusals: list[type[Refusal]]) -> None:
    names = {refusal.__name__ for refusal in refusals}

    assert names >= {"NotFound", "Invalid", "Conflict", "Forbidden", "Unavailable"}


def test_every_refusal_has_a_code_of_its_own(refusals: list[type[Refusal]]) -> None:
    assert ambiguous_codes(refusals) == []


def test_a_shared_code_is_found() -> None:
    class First(NotFound):
        """With a code."""

        code = "planted"

    class Second(Conflict):
        """With the same code."""

        code = "planted"

    class Third(Conflict):
        """Without one of its own."""

    found = ambiguous_codes([First, Second, Third, Conflict])

    assert len(found) == 2
