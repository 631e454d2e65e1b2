"""What a credential asked lately, and what it was answered."""

import json
from typing import Final

from starlette.responses import Response

from partscounter.domain.access.request_log import KEPT_FOR, LoggedBody, get_request, list_requests
from partscounter.portal.area import StaffDesk
from partscounter.portal.credentials.visible import credential_of
from partscounter.web.request_log import note_recent_requests
from partscounter.web.row_number import id_in, number_of
from partscounter.web.visits import Visit

PAGE: Final = 50


class RequestPages:
    """`/portal/credentials/{id}/requests`, and each alone; what this process has put aside is noted first."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        failed_only = visit.query.first("answers") == "failed"
        before = number_of(visit.query.first("before") or "")
        app = self._desk.desk.app
        note_recent_requests(app)
        with app.database.read() as tx:
            credential = credential_of(tx, visit)
            found = list_requests(tx, credential.id, failed_only=failed_only, before=before, limit=PAGE + 1)
        return self._desk.show(
            visit,
            "credentials/requests.html",
            credential=credential,
            requests=found[:PAGE],
            more=found[PAGE - 1].id if len(found) > PAGE else None,
            failed_only=failed_only,
            is_first=before is None,
            kept=app.requests.kept,
            days=KEPT_FOR.days,
        )

    def show(self, visit: Visit) -> Response:
        number = id_in(visit, "request")
        with self._desk.desk.app.database.read() as tx:
            credential = credential_of(tx, visit)
            request = get_request(tx, credential.id, number)
        bodies = [("What was sent", request.sent), ("What was answered", request.answered)]
        return self._desk.show(
            visit,
            "credentials/request.html",
            credential=credential,
            request=request,
            bodies=[(title, body, _laid_out(body)) for title, body in bodies],
        )


def _laid_out(body: LoggedBody) -> str:
    """JSON on lines of its own, if it is whole; all else as it was."""
    if "json" not in body.media_type:
        return body.text
    try:
        return json.dumps(json.loads(body.text), indent=2, ensure_ascii=False)
    except ValueError:
        return body.text
