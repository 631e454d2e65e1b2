"""Where saved lists stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.lists.list_page import ListPage
from partscounter.storefront.lists.lists_page import ListsPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """All lists, and one of them."""
    own = desk.with_texts(LANGUAGES)
    every, one = ListsPage(own), ListPage(own)
    return [
        own.route("/shop/lists", every.show),
        own.route("/shop/lists", every.keep, "POST"),
        own.route("/shop/lists/{id}", one.show),
        own.route("/shop/lists/{id}/cart", one.put_into_cart, "POST"),
        own.route("/shop/lists/{id}/name", one.rename, "POST"),
        own.route("/shop/lists/{id}/remove", one.remove, "POST"),
    ]
