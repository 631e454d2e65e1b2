"""Moments are written as each document prints them, in UTC."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from partscounter_contracts import moment

AT = datetime(2022, 11, 9, 9, 37, 11, 259073, UTC)


def test_each_contract_has_its_own_spelling() -> None:
    assert moment.milliseconds(AT) == "2022-11-09T09:37:11.259Z"
    assert moment.microseconds(AT) == "2022-11-09T09:37:11.259073Z"
    assert moment.colon_milliseconds(AT) == "2022-11-09 09:37:11:259"
    assert moment.seconds(AT) == "2022-11-09 09:37:11"


def test_a_whole_second_keeps_its_zeros() -> None:
    assert moment.milliseconds(datetime(2019, 7, 21, 17, 32, 28, tzinfo=UTC)) == "2019-07-21T17:32:28.000Z"


def test_another_time_zone_is_turned_into_utc() -> None:
    assert moment.seconds(AT.astimezone(timezone(timedelta(hours=-5)))) == "2022-11-09 09:37:11"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment.seconds(AT.replace(tzinfo=None))
