"""Where the search stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.search.asked import PATH
from partscounter.storefront.search.front import FrontPage
from partscounter.storefront.search.place_page import PlacePage
from partscounter.storefront.search.results import ResultsPage
from partscounter.storefront.search.suggest import SuggestPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The front page, the results, the suggestions, and the visitor's place."""
    own = desk.with_texts(LANGUAGES)
    place = PlacePage(own)
    return [
        own.route("/shop", FrontPage(own).show),
        own.route(PATH, ResultsPage(own).show),
        own.route("/shop/suggest", SuggestPage(own).show),
        own.route("/shop/place", place.ask),
        own.route("/shop/place", place.take, "POST"),
    ]
