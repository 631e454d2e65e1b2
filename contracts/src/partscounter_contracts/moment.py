"""How the contracts write a moment. All take an aware datetime and write it in UTC."""

from datetime import UTC, datetime


def milliseconds(moment: datetime) -> str:
    """`2019-07-21T17:32:28.000Z`, as Parts Orders prints it."""
    return _utc(moment).isoformat(timespec="milliseconds") + "Z"


def microseconds(moment: datetime) -> str:
    """`2022-11-09T09:37:11.259073Z`, as QR Code Associations prints `createTime`."""
    return _utc(moment).isoformat(timespec="microseconds") + "Z"


def colon_milliseconds(moment: datetime) -> str:
    """`2022-06-28 10:16:56:000`, as QR Code Associations prints `codeAssignmentTime`."""
    utc = _utc(moment)
    return f"{utc:%Y-%m-%d %H:%M:%S}:{utc.microsecond // 1000:03d}"


def seconds(moment: datetime) -> str:
    """`2022-06-28 10:16:56`, as the inventory's sales print `created`."""
    return f"{_utc(moment):%Y-%m-%d %H:%M:%S}"


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be written")
    return moment.astimezone(UTC).replace(tzinfo=None)
