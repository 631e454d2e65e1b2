"""The front page: the search box, and what there is most of."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from partscounter.domain.catalog import NameKind
from partscounter.search import IndexMissing
from partscounter.storefront.buyer import buyer_of
from partscounter.storefront.place import place_of
from partscounter.storefront.search.ask import request_of
from partscounter.storefront.search.asked import Asked, read_asked
from partscounter.storefront.search.facets import Choice, Counting
from partscounter.web.desk import Desk
from partscounter.web.incoming import Query
from partscounter.web.visits import Visit


@dataclass(frozen=True, slots=True)
class Shelves:
    """What is in stock."""

    total: int = 0
    part_types: Sequence[Choice] = ()
    makes: Sequence[Choice] = ()


class FrontPage:
    """`/shop`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        """The page; while the index is being built it has the search box only."""
        everything = read_asked(Query())
        try:
            shelves = self._shelves(visit, everything)
        except IndexMissing:
            shelves = Shelves()
        return self._desk.show(visit, "search/front.html", asked=everything, shelves=shelves, place=place_of(visit))

    def _shelves(self, visit: Visit, everything: Asked) -> Shelves:
        app = self._desk.app
        view = app.search.view()
        with app.database.read() as tx:
            request = request_of(tx, everything, buyer_of(app, tx, visit.account), None)
            counting = Counting(tx, app.search, view, request)
            part_types, makes = counting.top_names(NameKind.PART_TYPE), counting.top_names(NameKind.MAKE)
        return Shelves(
            app.search.search(request, view).total,
            [Choice(text, count, everything.address(type=text)) for text, count in part_types],
            [Choice(text, count, everything.address(make=text)) for text, count in makes],
        )
