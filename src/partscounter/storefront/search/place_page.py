"""Saying where one is."""

from starlette.responses import Response

from partscounter.storefront.place import find_place, forget_place, keep_place, place_of
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to, safe_target


class PlacePage:
    """`/shop/place`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, visit: Visit) -> Response:
        place = place_of(visit)
        typed = "" if place is None else place.postal_code
        return self._page(visit, typed, visit.query.first("next") or "")

    def take(self, visit: Visit) -> Response:
        """Keep the place in the browser, or forget it for an empty one, and go back to the page that asked."""
        typed, target = visit.field("postal_code"), visit.field("next")
        response = go_to(safe_target(target, "/shop"))
        if not typed:
            forget_place(response)
            return response
        place = find_place(typed)
        if place is None:
            return self._page(visit, typed, target, is_wrong=True)
        keep_place(response, visit, place)
        return response

    def _page(self, visit: Visit, typed: str, target: str, *, is_wrong: bool = False) -> Response:
        return self._desk.show(
            visit, "search/place.html", 400 if is_wrong else 200, typed=typed, target=target, is_wrong=is_wrong
        )
