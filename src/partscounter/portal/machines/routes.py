"""Where the pages about machines stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import MANAGERS, Area, StaffDesk
from partscounter.portal.machines.codes import CodesPage
from partscounter.portal.machines.form import MachineForm
from partscounter.portal.machines.kits import KitPages
from partscounter.portal.machines.labels import LabelPages
from partscounter.portal.machines.list import MachineList
from partscounter.portal.machines.machine import MachinePage
from partscounter.portal.machines.scan import ScanPage


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """Those with a name of their own first: a code would be taken for one."""
    form, labels, codes, page = MachineForm(desk), LabelPages(desk), CodesPage(desk), MachinePage(desk)
    at = "/portal/machines"
    return [
        desk.route(at, MachineList(desk).show),
        desk.route(f"{at}/new", form.blank),
        desk.route(f"{at}/new", form.add, "POST"),
        desk.route(f"{at}/scan", ScanPage(desk).ask),
        desk.route(f"{at}/codes", codes.show),
        desk.route(f"{at}/codes", codes.make, "POST"),
        desk.route(f"{at}/labels", labels.show),
        desk.route(f"{at}/labels.pdf", labels.sheets),
        *_kits(desk, f"{at}/kits"),
        desk.route(f"{at}/{{code}}", page.show),
        desk.route(f"{at}/{{code}}/code", page.replace_code, "POST"),
        desk.route(f"{at}/{{code}}/edit", form.edit),
        desk.route(f"{at}/{{code}}/edit", form.save, "POST"),
        desk.route(f"{at}/{{code}}/label.{{form}}", labels.picture),
    ]


def _kits(desk: StaffDesk, at: str) -> list[BaseRoute]:
    """Everybody looks; those who run a dealer change: a kit is every dealer's."""
    kits = KitPages(desk)
    return [
        desk.route(at, kits.list),
        desk.route(f"{at}/new", kits.blank, roles=MANAGERS),
        desk.route(f"{at}/new", kits.save, "POST", roles=MANAGERS),
        desk.route(f"{at}/{{kit:row}}", kits.edit, roles=MANAGERS),
        desk.route(f"{at}/{{kit:row}}", kits.save, "POST", roles=MANAGERS),
        desk.route(f"{at}/{{kit:row}}/remove", kits.remove, "POST", roles=MANAGERS),
    ]


MACHINES: Final = Area("Machines", "/portal/machines", routes)
