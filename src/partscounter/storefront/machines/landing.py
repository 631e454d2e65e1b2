"""The page that a scan opens: the machine, as far as the visitor may see it."""

from dataclasses import dataclass

from starlette.responses import Response

from partscounter.domain import assets, machines
from partscounter.domain.assets import CodeTaken, FreeCode, UnknownCode
from partscounter.domain.machines import InvalidMachine, MachineView, Sight
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.machines.fitting_parts import FittingParts, KitOffer, find_fitting_parts, offer_kits
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to


@dataclass(frozen=True, slots=True)
class Shown:
    """A machine, and what is offered for it."""

    view: MachineView
    fitting: FittingParts | None
    kits: tuple[KitOffer, ...]


class LandingPage:
    """`/{code}`. A code that waits for its machine can be claimed here by those who work at the counter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._strangers_see = Sight[desk.app.settings.machines.strangers_see.upper()]

    def show(self, visit: Visit) -> Response:
        """The machine; the page of a free code; or a 404 that says what to do."""
        code = assets.parse_code(visit.path("code"))
        found = self._find(visit, code)
        if found is None:
            return self._desk.show(visit, "machines/unknown.html", 404, code=code)
        if isinstance(found, FreeCode):
            return self._free(visit, code)
        return self._desk.show(visit, "machines/machine.html", view=found.view, machine=found.view.machine, shown=found)

    def claim(self, visit: Visit) -> Response:
        """Put the code on the machine that the form names."""
        account, code = visit.signed_in, assets.parse_code(visit.path("code"))
        given = {name: visit.field(name) for name in ("serial_number", "make", "model")}
        try:
            self._desk.app.database.write(visit.actor, lambda tx: machines.claim_code(tx, code, account, **given))
        except CodeTaken:
            return self._free(visit, code, 409, problem="taken", **given)
        except InvalidMachine:
            return self._free(visit, code, 400, problem="invalid", **given)
        return go_to(f"/{code}")

    def _find(self, visit: Visit, code: str) -> Shown | FreeCode | None:
        app = self._desk.app
        with app.database.read() as tx:
            try:
                view = machines.look_up_machine(tx, code, visit.account, strangers_see=self._strangers_see)
            except UnknownCode:
                return assets.find_free_code(tx, code)
            shows_parts = view.sees_model and bool(view.machine.model)
            buyer = buyer_of(app, tx, visit.account)
            fitting = find_fitting_parts(app, tx, view.machine, buyer) if shows_parts else None
            return Shown(view, fitting, offer_kits(tx, view.kits, buyer))

    def _free(self, visit: Visit, code: str, status: int = 200, *, problem: str = "", **given: str) -> Response:
        may_claim = visit.account is not None and visit.account.role.is_staff
        values = {"serial_number": "", "make": "CAT", "model": ""} | given
        return self._desk.show(
            visit, "machines/free.html", status, code=code, may_claim=may_claim, problem=problem, given=values
        )
