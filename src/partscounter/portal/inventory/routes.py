"""Where the pages of the inventory stand."""

from collections.abc import Sequence
from typing import Final

from starlette.routing import BaseRoute

from partscounter.portal.area import Area, StaffDesk
from partscounter.portal.inventory.add import AddPage
from partscounter.portal.inventory.browse import BrowsePage
from partscounter.portal.inventory.edit import EditPage
from partscounter.portal.inventory.item import ItemPage

PATH: Final = "/portal/inventory"


def routes(desk: StaffDesk) -> Sequence[BaseRoute]:
    """The list, an item with what can be done to it, and a new one."""
    item, edit, add = ItemPage(desk), EditPage(desk), AddPage(desk)
    return [
        desk.route(PATH, BrowsePage(desk).show),
        desk.route(f"{PATH}/new", add.ask),
        desk.route(f"{PATH}/new", add.take, "POST"),
        desk.route(f"{PATH}/{{id:row}}", item.show),
        desk.route(f"{PATH}/{{id:row}}/edit", edit.ask),
        desk.route(f"{PATH}/{{id:row}}/edit", edit.take, "POST"),
        desk.route(f"{PATH}/{{id:row}}/count", item.count, "POST"),
        desk.route(f"{PATH}/{{id:row}}/retire", item.retire, "POST"),
        desk.route(f"{PATH}/{{id:row}}/restore", item.restore, "POST"),
    ]


INVENTORY: Final = Area("Inventory", PATH, routes)
