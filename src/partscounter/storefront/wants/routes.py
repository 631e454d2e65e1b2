"""Where wants stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.wants.list_page import WantsPage
from partscounter.storefront.wants.request import RequestPage
from partscounter.storefront.wants.save_search import SaveSearch
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The list, requesting a part, saving a search, ending either."""
    own = desk.with_texts(LANGUAGES)
    page, request = WantsPage(own), RequestPage(own)
    return [
        own.route("/shop/wants", page.show),
        own.route("/shop/wants/end", page.end, "POST"),
        own.route("/shop/wants/new", request.ask),
        own.route("/shop/wants/new", request.take, "POST"),
        own.route("/shop/wants/save", SaveSearch(own).take, "POST"),
    ]
