"""What GET /sale/list asks for."""

import datetime as dt
import re
from dataclasses import dataclass

from partscounter.domain.approvals import Approval
from partscounter.web.incoming import Query
from partscounter.web.query import QueryReader

_LONGEST_ID = 200
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = "must be two days, such as 2026-08-01,2026-08-31; either may be left empty"


@dataclass(frozen=True, slots=True)
class AskedDocuments:
    """The filters as they were sent; what is empty or None is open. `end` is the day after the last."""

    vendor_id: str
    userid: str
    begin: dt.datetime | None
    end: dt.datetime | None
    vendor_status: Approval | None
    customer_status: Approval | None


def read_list(query: Query) -> AskedDocuments:
    """What to list; refuses with Invalid."""
    reader = QueryReader(query)
    begin, end = _read_days(reader)
    asked = AskedDocuments(
        vendor_id=reader.text("vendor_id", longest=_LONGEST_ID) or "",
        userid=_read_userid(reader),
        begin=begin,
        end=end,
        vendor_status=_read_status(reader, "vendor_status"),
        customer_status=_read_status(reader, "customer_status"),
    )
    reader.check()
    return asked


def _read_userid(reader: QueryReader) -> str:
    """Under either name; two that differ cannot both be meant."""
    named = {reader.text(name, longest=_LONGEST_ID) or "" for name in ("userid", "user_id")} - {""}
    if len(named) > 1:
        reader.refuse("user_id", "must not differ from userid")
    return next(iter(named), "")


def _read_status(reader: QueryReader, name: str) -> Approval | None:
    status = reader.choice(name, [each.value for each in Approval])
    return None if status is None else Approval(status)


def _read_days(reader: QueryReader) -> tuple[dt.datetime | None, dt.datetime | None]:
    text = reader.text("date_range")
    if text is None:
        return None, None
    try:
        first, last = (_read_day(part.strip()) for part in text.split(","))
    except ValueError:
        reader.refuse("date_range", _DATES, text)
        return None, None
    return first, None if last is None or last.date() == dt.date.max else last + dt.timedelta(days=1)


def _read_day(text: str) -> dt.datetime | None:
    if not text:
        return None
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(), dt.UTC)
