"""The pages around machines as an ASGI app: which page stands at which address."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import PackageLoader
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.storefront.machines.landing import DOOR, Desk, LandingPage
from partscounter.storefront.machines.scan import PHOTO_BYTES, ScanPage, take_photo
from partscounter.web.exchange import Observer
from partscounter.web.pages import page_environment, problem_page
from partscounter.web.shell import PageShell, page_error_handlers
from partscounter.web.visits import page

PREFIXES: Final = ("/scan",)
"""The part of the address space that is theirs, beside the codes."""
CODE_PATH: Final = re.compile(r"/[0-9A-Za-z]{15}")
"""The addresses that labels say. No other page may have such a one."""
LANGUAGES: Final = Path(__file__).parent / "languages"


def build_machine_pages(app: App, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every page."""
    environment = page_environment(PackageLoader("partscounter.storefront.machines"))
    desk = Desk(app, environment, LANGUAGES)

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    landing, scan = LandingPage(desk), ScanPage(desk)
    routes = [
        Route("/scan", page(app, DOOR, scan.ask)),
        Route("/scan", take_photo, methods=["POST"]),
        Route("/{code}", page(app, DOOR, landing.show)),
        Route("/{code}", page(app, DOOR, landing.claim), methods=["POST"]),
    ]
    pages = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))
    pages.router.redirect_slashes = False
    return PageShell("machines", pages, problem, body_limit=PHOTO_BYTES, observers=observers)
