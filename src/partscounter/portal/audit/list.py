"""The audit log: searched backwards, and each event alone with the words of the request."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.database.find_events import WINDOW, EventSearch, position_at, search_events
from partscounter.database.log import find_event
from partscounter.domain.access.request_log import without_secrets
from partscounter.portal.area import StaffDesk
from partscounter.portal.audit.words import CONCEPTS, page_of, said, summary
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit

PAGE: Final = 50
LONGEST_SHOWN: Final = 20_000
"""Characters of a request's words."""
_ASKED: Final = ("actor", "door", "concept", "subject", "day")


class AuditPages:
    """`/portal/audit`, and `/portal/audit/{id}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        asked = {name: (visit.query.first(name) or "").strip() for name in _ASKED}
        day = _day(asked["day"])
        before = number_of(visit.query.first("before") or "")
        wanted = EventSearch(
            actor=asked["actor"], door=asked["door"], concept=asked["concept"], subject=asked["subject"]
        )
        with self._desk.desk.app.database.read() as tx:
            begin = before if before is not None or day is None else _end_of(tx, day)
            found = search_events(tx, wanted, before=begin, limit=PAGE)
        return self._desk.show(
            visit,
            "audit/list.html",
            rows=[(event, said(event.kind), page_of(event.subject), summary(event)) for event in found.events],
            asked=asked,
            concepts=[("", "everything"), *CONCEPTS.items()],
            is_wrong_day=bool(asked["day"]) and day is None,
            more=urlencode({**asked, "before": found.older}) if found.older else "",
            window=WINDOW,
            is_first=before is None,
            is_filtered=any(asked.values()),
        )

    def show(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            event = find_event(tx, id_in(visit, "id"))
        if event is None:
            raise HTTPException(404)
        words = without_secrets(event.payload[:LONGEST_SHOWN])
        return self._desk.show(
            visit,
            "audit/event.html",
            event=event,
            title=said(event.kind),
            page=page_of(event.subject),
            data=json.dumps(event.data, indent=2, ensure_ascii=False),
            words=words,
            is_cut=len(event.payload) > LONGEST_SHOWN,
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _end_of(tx: ReadTx, day: date) -> int:
    """The log's position at the end of that day in UTC."""
    if day == date.max:
        return position_at(tx, datetime.max.replace(tzinfo=UTC))
    return position_at(tx, datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC))
