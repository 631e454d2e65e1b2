"""A retry policy grows its waits up to a bound, and gives up by number of tries or by time."""

from datetime import UTC, datetime, timedelta

import pytest

from partscounter.jobs import Job, RetryPolicy, State

DUE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def make_job(attempts: int, number: int = 11) -> Job:
    return Job(
        id=number,
        kind="mail",
        key="mail:1",
        payload={},
        event_id=None,
        state=State.RUNNING,
        run_at=DUE,
        due_since=DUE,
        attempts=attempts,
        worker="w1",
        last_error=None,
        created_at=DUE,
    )


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 10), (2, 30), (3, 90), (4, 100), (9, 100)])
def test_waits_grow_up_to_the_longest(attempts: int, seconds: int) -> None:
    policy = RetryPolicy(attempts=10, longest_wait=timedelta(seconds=100))

    assert policy.next_run(make_job(attempts), DUE) == DUE + timedelta(seconds=seconds)


def test_what_failed_together_comes_back_apart() -> None:
    waits = {RetryPolicy().next_run(make_job(1, number), DUE) for number in range(11)}

    assert len(waits) == 11
    assert max(wait for wait in waits if wait) == DUE + timedelta(seconds=11)


def test_gives_up_when_its_tries_are_spent() -> None:
    assert RetryPolicy(attempts=3).next_run(make_job(3), DUE) is None


def test_gives_up_when_the_next_try_would_come_too_late() -> None:
    policy = RetryPolicy(within=timedelta(minutes=1))

    assert policy.next_run(make_job(1), DUE + timedelta(seconds=50)) == DUE + timedelta(seconds=60)
    assert policy.next_run(make_job(1), DUE + timedelta(seconds=51)) is None
