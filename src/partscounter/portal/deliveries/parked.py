"""Jobs that were given up, and running them again."""

from typing import Final

from starlette.responses import Response

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.jobs import JobNotFound, JobNotOver
from partscounter.portal.area import StaffDesk
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit, go_to

PAGE: Final = 50
ADDRESS: Final = "/portal/deliveries/jobs"


class ParkedPages:
    """`/portal/deliveries/jobs`, for operators: a job belongs to no dealer."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        after = number_of(visit.query.first("after") or "") or 0
        with self._desk.desk.app.database.read() as tx:
            count, found = jobs.count_parked(tx), jobs.parked(tx, PAGE + 1, after=after)
        return self._desk.show(
            visit,
            "deliveries/jobs.html",
            count=count,
            jobs=found[:PAGE],
            more=found[PAGE - 1].id if len(found) > PAGE else None,
            is_first=not after,
            done=number_of(visit.query.first("done") or ""),
        )

    def replay(self, visit: Visit) -> Response:
        """Those that the page names; one that somebody else has run again meanwhile is left alone."""
        chosen = sorted({number for text in visit.form.all("job") if (number := number_of(text)) is not None})[:PAGE]

        def replay(tx: WriteTx) -> int:
            return sum(_replay(tx, number) for number in chosen)

        return go_to(f"{ADDRESS}?done={self._desk.desk.app.database.write(visit.actor, replay)}")


def _replay(tx: WriteTx, job_id: int) -> bool:
    try:
        jobs.replay(tx, job_id)
    except (JobNotFound, JobNotOver):
        return False
    return True
