"""Where items stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.items.item_page import ItemPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The item, and the question about it."""
    own = desk.with_texts(LANGUAGES)
    page = ItemPage(own)
    return [
        own.route("/shop/items/{uid}", page.show),
        own.route("/shop/items/{uid}/ask", page.ask, "POST"),
    ]
