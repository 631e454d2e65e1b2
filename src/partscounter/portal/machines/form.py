"""Making a machine known, with a new or a printed code, and correcting what is known of one."""

from collections.abc import Mapping

from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers, machines
from partscounter.domain.accounts import Account
from partscounter.domain.assets import Asset, CodeTaken
from partscounter.domain.machines import FACTS, InvalidMachine, MachineChanged
from partscounter.kit.refusal import Violation
from partscounter.portal.area import StaffDesk
from partscounter.portal.machines.reach import find_owner, name_of_owner, require_machine
from partscounter.portal.served import serves
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit, go_to

_BLANK: Mapping[str, str] = dict.fromkeys((*FACTS, "qr_code", "owner"), "") | {"make": "CAT"}
_TAKEN = "Another machine has this code, or this make and serial number."


class MachineForm:
    """`/portal/machines/new` and `/portal/machines/{code}/edit`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def blank(self, visit: Visit) -> Response:
        """An empty form; `code` and `owner` in the address fill in what is known already."""
        given = {"qr_code": visit.query.first("code") or "", "owner": self._asked_owner(visit)}
        return self._show(visit, None, {**_BLANK, **given})

    def add(self, visit: Visit) -> Response:
        given, account = _given(visit), visit.signed_in

        def add(tx: WriteTx) -> Asset:
            owner = _owner(tx, account, given)
            return machines.add_machine(tx, given, originator=machines.originator_of(tx, account), customer_id=owner)

        try:
            machine = self._desk.desk.app.database.write(visit.actor, add)
        except InvalidMachine as invalid:
            return self._show(visit, None, given, 400, problems=_problems(invalid))
        except CodeTaken:
            return self._show(visit, None, given, 409, problem=_TAKEN)
        return go_to(f"/portal/machines/{machine.qr_code}?done=added")

    def edit(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            machine = require_machine(tx, visit.signed_in, visit.path("code"))
            owner = customers.get_customer(tx, machine.customer_id)
        given = {**machines.texts_of(machine), "owner": name_of_owner(owner)}
        return self._show(visit, machine, given, version=machines.version_of(machine))

    def save(self, visit: Visit) -> Response:
        given, account, version = _given(visit), visit.signed_in, visit.field("version")
        with self._desk.desk.app.database.read() as tx:
            seen = require_machine(tx, account, visit.path("code"))

        def save(tx: WriteTx) -> Asset:
            before = require_machine(tx, account, visit.path("code"))
            return machines.edit_machine(
                tx, before.id, given, customer_id=_owner(tx, account, given, before), version=version
            )

        try:
            self._desk.desk.app.database.write(visit.actor, save)
        except InvalidMachine as invalid:
            return self._show(visit, seen, given, 400, problems=_problems(invalid), version=version)
        except CodeTaken:
            return self._show(visit, seen, given, 409, problem=_TAKEN, version=version)
        except MachineChanged as changed:
            return self._show(visit, seen, given, 409, problem=changed.message, version=version, is_stale=True)
        return go_to(f"/portal/machines/{seen.qr_code}?done=saved")

    def _asked_owner(self, visit: Visit) -> str:
        asked = number_of(visit.query.first("owner") or "")
        if asked is None:
            return ""
        with self._desk.desk.app.database.read() as tx:
            customer = customers.get_customer(tx, asked)
        return name_of_owner(customer) if customer is not None and serves(visit.signed_in, customer) else ""

    def _show(
        self, visit: Visit, machine: Asset | None, given: Mapping[str, str], status: int = 200, **more: object
    ) -> Response:
        values = {"problem": "", "problems": {}, "version": "", "is_stale": False} | more
        return self._desk.show(visit, "machines/form.html", status, machine=machine, given=given, **values)


def _given(visit: Visit) -> dict[str, str]:
    return {name: visit.field(name) for name in _BLANK}


def _owner(tx: ReadTx, account: Account, given: Mapping[str, str], before: Asset | None = None) -> int | None:
    """Refuses with InvalidMachine a name that finds nobody or several, beside what else is wrong."""
    if not given["owner"]:
        return None
    found = find_owner(tx, account, given["owner"])
    if before is not None and before.customer_id in {each.id for each in found}:
        return before.customer_id
    if len(found) == 1:
        return found[0].id
    issue = "names several customers" if found else "there is no such customer"
    raise InvalidMachine("The owner is not known.", (Violation("owner", issue, given["owner"]),))


def _problems(invalid: InvalidMachine) -> dict[str, str]:
    return {each.field: each.issue for each in invalid.violations}
