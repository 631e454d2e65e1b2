"""Codes that are printed before it is known which machines will bear them."""

from starlette.responses import Response

from partscounter.domain import assets
from partscounter.portal.area import StaffDesk
from partscounter.portal.machines.labels import MOST_LABELS
from partscounter.web.visits import Visit, go_to

SHOWN = 100


class CodesPage:
    """`/portal/machines/codes`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._show(visit)

    def make(self, visit: Visit) -> Response:
        """So many new ones."""
        typed = visit.field("count")
        count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(MOST_LABELS)) else 0
        if not 1 <= count <= MOST_LABELS:
            return self._show(visit, 400, typed=typed, problem=f"From 1 to {MOST_LABELS} codes can be made at once.")
        made = self._desk.desk.app.database.write(visit.actor, lambda tx: assets.make_codes(tx, count))
        return go_to(f"/portal/machines/codes?done={len(made)}")

    def _show(self, visit: Visit, status: int = 200, *, typed: str = "24", problem: str = "") -> Response:
        with self._desk.desk.app.database.read() as tx:
            free = assets.list_free_codes(tx)
        return self._desk.show(
            visit,
            "machines/codes.html",
            status,
            total=len(free),
            free=free[:SHOWN],
            typed=typed,
            problem=problem,
            most=MOST_LABELS,
            done=visit.query.first("done") or "",
        )
