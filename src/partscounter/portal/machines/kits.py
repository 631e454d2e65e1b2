"""Service kits: which parts a machine of a model needs after so many hours."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import machines
from partscounter.domain.machines import InvalidKit, Kit, KitTaken
from partscounter.kit.text import squash
from partscounter.portal.area import StaffDesk
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

FIELDS = ("make", "model", "hours", "name", "parts")


class KitPages:
    """`/portal/machines/kits` and below."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        text = (visit.query.first("q") or "").strip()
        with self._desk.desk.app.database.read() as tx:
            kits = [each for each in machines.list_kits(tx) if squash(text) in squash(f"{each.make}{each.model}")]
        return self._desk.show(visit, "machines/kits.html", kits=kits, text=text, done=visit.query.first("done") or "")

    def blank(self, visit: Visit) -> Response:
        return self._show(visit, None, dict.fromkeys(FIELDS, "") | {"make": "CAT"})

    def edit(self, visit: Visit) -> Response:
        kit = self._find(visit)
        return self._show(visit, kit, machines.texts_of_kit(kit))

    def save(self, visit: Visit) -> Response:
        """A new kit, or what a known one is from now on."""
        kit = self._find(visit) if "kit" in visit.request.path_params else None
        given = {name: visit.field(name) for name in FIELDS}
        try:
            self._desk.desk.app.database.write(
                visit.actor, lambda tx: machines.edit_kit(tx, given, None if kit is None else kit.id)
            )
        except InvalidKit as invalid:
            problems = {each.field: each.issue for each in invalid.violations}
            return self._show(visit, kit, given, 400, problems=problems)
        except KitTaken as taken:
            return self._show(visit, kit, given, 409, problem=taken.message)
        return go_to("/portal/machines/kits?done=saved")

    def remove(self, visit: Visit) -> Response:
        kit = self._find(visit)
        self._desk.desk.app.database.write(visit.actor, lambda tx: machines.remove_kit(tx, kit))
        return go_to("/portal/machines/kits?done=removed")

    def _find(self, visit: Visit) -> Kit:
        with self._desk.desk.app.database.read() as tx:
            kit = machines.find_kit(tx, id_in(visit, "kit"))
        if kit is None:
            raise HTTPException(404)
        return kit

    def _show(
        self, visit: Visit, kit: Kit | None, given: Mapping[str, str], status: int = 200, **more: object
    ) -> Response:
        values = {"problem": "", "problems": {}} | more
        return self._desk.show(visit, "machines/kit.html", status, kit=kit, given=given, **values)
