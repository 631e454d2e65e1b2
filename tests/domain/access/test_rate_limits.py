"""Rate limits: a sliding minute per credential."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partscounter.domain.access import Credential, Product, RateLimits
from partscounter.kit.clock import FixedClock


def credential(id_: int = 1, requests_per_minute: int | None = None) -> Credential:
    created = datetime(2026, 3, 2, tzinfo=UTC)
    return Credential(id_, Product.CAT, f"c{id_}", created, "", requests_per_minute=requests_per_minute)


def accepted(limits: RateLimits, who: Credential, tries: int) -> int:
    return sum(limits.wait(who) is None for _ in range(tries))


def test_lets_in_the_default_then_says_how_long_to_wait(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=3)
    clock.advance(timedelta(seconds=20))

    assert accepted(limits, credential(), 3) == 3
    # The minute began 20 s ago; the three weigh no more than two after a third of the next.
    assert limits.wait(credential()) == pytest.approx(60)
    clock.advance(timedelta(seconds=15))
    assert limits.wait(credential()) == pytest.approx(45)


def test_waiting_as_told_is_enough(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=5)
    assert accepted(limits, credential(), 10) == 5

    for _ in range(12):
        wait = limits.wait(credential())
        assert wait is not None
        clock.advance(timedelta(seconds=wait + 0.000_01))
        assert limits.wait(credential()) is None


def test_a_credential_can_have_its_own_limit_and_counts_alone(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=3)

    assert accepted(limits, credential(1), 5) == 3
    assert accepted(limits, credential(2, requests_per_minute=4), 5) == 4


def test_a_refused_request_does_not_count(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=2)
    assert accepted(limits, credential(), 100) == 2

    clock.advance(timedelta(minutes=2))

    assert accepted(limits, credential(), 100) == 2


def test_a_quiet_minute_clears_the_count(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=2)
    assert accepted(limits, credential(), 2) == 2

    clock.advance(timedelta(minutes=5))

    assert accepted(limits, credential(), 3) == 2


def test_a_clock_set_back_opens_nothing(clock: FixedClock) -> None:
    limits = RateLimits(clock, default_per_minute=2)
    assert accepted(limits, credential(), 2) == 2

    clock.advance(timedelta(hours=-1))

    assert limits.wait(credential()) == pytest.approx(90)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.floats(min_value=0, max_value=40), min_size=1, max_size=60), st.integers(1, 10))
def test_no_minute_of_the_clock_ever_exceeds_the_limit(gaps: list[float], limit: int) -> None:
    clock = FixedClock()
    limits = RateLimits(clock, default_per_minute=limit)
    minutes: dict[int, int] = {}

    for gap in gaps:
        clock.advance(timedelta(seconds=gap))
        if limits.wait(credential()) is None:
            minute = int(clock.now().timestamp() // 60)
            minutes[minute] = minutes.get(minute, 0) + 1

    assert max(minutes.values()) <= limit
