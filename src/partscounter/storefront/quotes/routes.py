"""Where a quote stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute

from partscounter.storefront.quotes.quote_page import QuotePage
from partscounter.web.desk import Desk

LANGUAGES: Final = Path(__file__).parent / "languages"


def routes(desk: Desk) -> Sequence[BaseRoute]:
    """The page behind the link; it asks for no sign-in."""
    own = desk.with_texts(LANGUAGES)
    quote = QuotePage(own)
    return [
        own.route("/quote/{link}", quote.show),
        own.route("/quote/{link}", quote.accept, "POST"),
    ]
