"""The storefront as an ASGI app: which page stands at which address."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import PackageLoader
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.storefront.approval import ApprovalPage
from partscounter.storefront.end_want import EndWantPage
from partscounter.storefront.preferences import PreferencesPage
from partscounter.storefront.unsubscribe import UnsubscribePage
from partscounter.web.exchange import Observer
from partscounter.web.pages import page_environment, problem_page
from partscounter.web.shell import PageShell, page_error_handlers
from partscounter.web.static import StaticFiles

PREFIXES = ("/approval/", "/preferences/", "/unsubscribe/", "/wants/", "/storefront/")
"""The parts of the address space that are the storefront's."""
_STATIC = Path(__file__).parent / "static"


def build_storefront(app: App, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every page for customers."""
    files = StaticFiles(_STATIC, "/storefront/static")
    environment = page_environment(PackageLoader("partscounter.storefront"), static=files.url)

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    approval = ApprovalPage(app, environment)
    preferences, unsubscription = PreferencesPage(app, environment), UnsubscribePage(app, environment)
    end_want = EndWantPage(app, environment)
    routes = [
        Route("/approval/{link}", approval.show),
        Route("/approval/{link}", approval.decide, methods=["POST"]),
        Route("/preferences/{link}", preferences.show),
        Route("/preferences/{link}", preferences.save, methods=["POST"]),
        Route("/unsubscribe/{link}", unsubscription.ask),
        Route("/unsubscribe/{link}", unsubscription.take, methods=["POST"]),
        Route("/wants/{link}", end_want.ask),
        Route("/wants/{link}", end_want.take, methods=["POST"]),
        Mount("/storefront/static", files),
    ]
    pages = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))
    pages.router.redirect_slashes = False
    return PageShell("storefront", pages, problem, observers=observers)
