"""Where the search stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.search.front import FrontPage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """One page."""
    return [desk.route("/shop", FrontPage(desk.with_texts(LANGUAGES)).show)]
