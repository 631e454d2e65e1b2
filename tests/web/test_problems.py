"""Every refusal is a kind of problem; everything else is a bug."""

import pytest

from partscounter.kit.refusal import Conflict, Invalid, NotFound, Refusal, Unavailable, Violation
from partscounter.web.problems import Problem, ProblemKind, TooManyRequests, kind_of, problem_of


def test_takes_a_subclass_for_what_its_parent_is() -> None:
    class AlreadyShipped(Conflict):
        code = "already_shipped"

    refusal = AlreadyShipped("It has left.")

    assert problem_of(refusal) == Problem(ProblemKind.CONFLICT, "It has left.", refusal=refusal)


def test_carries_over_what_the_refusal_knows() -> None:
    violation = Violation("a", "is required")
    invalid, busy = problem_of(Invalid("No.", (violation,))), problem_of(Unavailable("Busy.", 9))

    assert invalid is not None
    assert invalid.violations == (violation,)
    assert busy is not None
    assert busy.retry_after == 9


@pytest.mark.parametrize("error", [ValueError("x"), Refusal("neither of the five")])
def test_takes_everything_else_for_a_bug(error: Exception) -> None:
    assert problem_of(error) is None


def test_gives_back_the_problem_that_was_raised() -> None:
    rejected = TooManyRequests("Wait.", 5)

    assert problem_of(rejected) is rejected.problem
    assert kind_of(NotFound) is ProblemKind.NOT_FOUND


def test_has_a_status_for_every_kind() -> None:
    assert all(400 <= kind.status <= 599 for kind in ProblemKind)
