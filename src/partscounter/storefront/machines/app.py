"""The pages around machines as an ASGI app: which page stands at which address."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.storefront.frame import shop_desk, shop_environment
from partscounter.storefront.machines.landing import LandingPage
from partscounter.storefront.machines.scan import PHOTO_BYTES, ScanPage, take_photo
from partscounter.web.exchange import Observer
from partscounter.web.pages import problem_page
from partscounter.web.shell import PageShell, page_error_handlers

PREFIXES: Final = ("/scan",)
"""The part of the address space that is theirs, beside the codes."""
CODE_PATH: Final = re.compile(r"/[0-9A-Za-z]{15}")
"""The addresses that labels say. No other page may have such a one."""
LANGUAGES: Final = Path(__file__).parent / "languages"


def build_machine_pages(app: App, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every page."""
    environment = shop_environment()
    desk = shop_desk(app, environment).with_texts(LANGUAGES)

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    landing, scan = LandingPage(desk), ScanPage(desk)
    routes = [
        desk.route("/scan", scan.ask),
        Route("/scan", take_photo, methods=["POST"]),
        desk.route("/{code}", landing.show),
        desk.route("/{code}", landing.claim, "POST"),
    ]
    pages = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))
    pages.router.redirect_slashes = False
    return PageShell("machines", pages, problem, body_limit=PHOTO_BYTES, observers=observers)
