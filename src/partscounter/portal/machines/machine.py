"""One machine: its facts, its owner, its last orders and kits, and another code for it."""

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import assets, machines
from partscounter.domain.assets import Asset, CodeTaken
from partscounter.domain.machines import Sight
from partscounter.portal.area import StaffDesk
from partscounter.portal.machines.reach import require_machine
from partscounter.web.visits import Visit, go_to


class MachinePage:
    """`/portal/machines/{code}`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._show(visit)

    def replace_code(self, visit: Visit) -> Response:
        """The label is lost: the machine gets the code that was typed, or a new one."""
        typed = visit.field("qr_code")
        account, code = visit.signed_in, visit.path("code")

        def replace(tx: WriteTx) -> Asset:
            machine = require_machine(tx, account, code)
            return assets.replace_code(tx, machine, assets.code_in(typed) if typed else assets.new_code())

        try:
            machine = self._desk.desk.app.database.write(visit.actor, replace)
        except assets.MalformedCode:
            return self._show(visit, 400, problem="A code has fifteen digits and letters.", typed=typed)
        except CodeTaken:
            return self._show(visit, 409, problem="Another machine has this code.", typed=typed)
        return go_to(f"/portal/machines/{machine.qr_code}?done=code")

    def _show(self, visit: Visit, status: int = 200, *, problem: str = "", typed: str = "") -> Response:
        account = visit.signed_in
        with self._desk.desk.app.database.read() as tx:
            machine = require_machine(tx, account, visit.path("code"))
            view = machines.look_up_machine(tx, machine.qr_code, account, strangers_see=Sight.NOTHING)
        return self._desk.show(
            visit,
            "machines/machine.html",
            status,
            machine=machine,
            view=view,
            problem=problem,
            typed=typed,
            done=visit.query.first("done") or "",
        )
