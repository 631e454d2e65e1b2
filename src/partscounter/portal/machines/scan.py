"""Finding a machine by a photo of its label, or by a code that was typed."""

from starlette.responses import Response

from partscounter.domain import assets
from partscounter.domain.assets import MalformedCode
from partscounter.portal.area import StaffDesk
from partscounter.portal.machines.reach import require_labelled
from partscounter.web.visits import Visit, go_to


class ScanPage:
    """`/portal/machines/scan`. Photos go to the shop's `/scan`, which takes large bodies, and lead back here."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        """The form; with a code in the address, to its machine, or to the form that puts it on one."""
        typed = "".join((visit.query.first("code") or "").split())
        if not typed:
            return self._desk.show(visit, "machines/scan.html", problem=visit.query.first("problem") or "", typed="")
        try:
            code = assets.code_in(typed)
        except MalformedCode as malformed:
            return self._desk.show(visit, "machines/scan.html", 400, problem=malformed.code, typed=typed)
        with self._desk.desk.app.database.read() as tx:
            found = require_labelled(tx, visit.signed_in, code)
        is_free = isinstance(found, assets.FreeCode)
        return go_to(f"/portal/machines/new?code={code}" if is_free else f"/portal/machines/{code}")
