"""The front page."""

from starlette.responses import Response

from partscounter.web.desk import Desk
from partscounter.web.visits import Visit


class FrontPage:
    """`/shop`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._desk.show(visit, "search/front.html")
