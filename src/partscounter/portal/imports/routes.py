"""Where the pages of imports stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.imports.hand_in import HandInPage
from partscounter.portal.imports.one import ImportPage

PATH: Final = "/portal/imports"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The list with the form, and an import with what can be done to it."""
    hand_in, one = HandInPage(desk), ImportPage(desk)
    return [
        desk.route(PATH, hand_in.ask),
        desk.upload(PATH, hand_in.take),
        desk.route(f"{PATH}/{{id:row}}", one.show),
        desk.route(f"{PATH}/{{id:row}}/errors.csv", one.errors),
        desk.route(f"{PATH}/{{id:row}}/apply", one.apply, "POST"),
        desk.route(f"{PATH}/{{id:row}}/undo", one.undo, "POST"),
    ]


IMPORTS: Final = Area("Imports", PATH, routes)
