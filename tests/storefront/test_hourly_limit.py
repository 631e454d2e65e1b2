"""How often one visitor may: counted by network within an hour of the clock."""

from datetime import timedelta

from partscounter.kit.clock import FixedClock
from partscounter.storefront.hourly_limit import HourlyLimit


def test_a_visitor_may_so_often_in_an_hour(clock: FixedClock) -> None:
    limit = HourlyLimit(clock, most=2)

    assert [limit.take("203.0.113.7") for _ in range(3)] == [True, True, False]
    assert limit.take("203.0.113.8")
    clock.advance(timedelta(hours=1))
    assert limit.take("203.0.113.7")


def test_the_addresses_of_one_network_are_one_visitor(clock: FixedClock) -> None:
    limit = HourlyLimit(clock, most=2)

    assert [limit.take(f"2001:db8::{host}") for host in (1, 2, 3)] == [True, True, False]
    assert limit.take("2001:db8:0:1::1")
    assert limit.take("::ffff:203.0.113.7")
    assert [limit.take(address) for address in ("203.0.113.7", "::ffff:203.0.113.7")] == [True, False]
