"""The storefront as an ASGI app: which page stands at which address."""

from collections.abc import Callable, Sequence
from typing import Final

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.storefront.approval import ApprovalPage
from partscounter.storefront.cart import routes as cart
from partscounter.storefront.end_want import EndWantPage
from partscounter.storefront.frame import STATIC_PREFIX, shop_desk, shop_environment, static_files
from partscounter.storefront.items import routes as items
from partscounter.storefront.language import LanguageChoice
from partscounter.storefront.lists import routes as lists
from partscounter.storefront.orders import routes as orders
from partscounter.storefront.preferences import PreferencesPage
from partscounter.storefront.quotes import routes as quotes
from partscounter.storefront.search import routes as search
from partscounter.storefront.unsubscribe import UnsubscribePage
from partscounter.storefront.wants import routes as wants
from partscounter.web.desk import Desk
from partscounter.web.exchange import Observer
from partscounter.web.pages import problem_page
from partscounter.web.shell import PageShell, page_error_handlers

PREFIXES = (
    *("/shop", "/order/", "/quote/", "/approval/", "/preferences/", "/unsubscribe/", "/wants/", "/storefront/"),
)
"""The parts of the address space that are the storefront's."""
AREAS: Final[Sequence[Callable[[Desk], Sequence[BaseRoute]]]] = (
    search.routes,
    items.routes,
    wants.routes,
    cart.routes,
    lists.routes,
    orders.routes,
    quotes.routes,
)
"""What the shop consists of: each gives its routes, all below /shop but for pages that a mail leads to."""


def build_storefront(app: App, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every page for customers."""
    environment = shop_environment()
    desk = shop_desk(app, environment)

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    routes = [
        desk.route("/shop/language", LanguageChoice(desk).take, "POST"),
        *(route for area in AREAS for route in area(desk)),
        *_behind_links(app, environment),
        Mount(STATIC_PREFIX, static_files()),
    ]
    pages = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))
    pages.router.redirect_slashes = False
    return PageShell("storefront", pages, problem, observers=observers)


def _behind_links(app: App, environment: Environment) -> list[Route]:
    """Pages that a signed link in a mail leads to; they ask for no sign-in."""
    approval, end_want = ApprovalPage(app, environment), EndWantPage(app, environment)
    preferences, unsubscription = PreferencesPage(app, environment), UnsubscribePage(app, environment)
    return [
        Route("/approval/{link}", approval.show),
        Route("/approval/{link}", approval.decide, methods=["POST"]),
        Route("/preferences/{link}", preferences.show),
        Route("/preferences/{link}", preferences.save, methods=["POST"]),
        Route("/unsubscribe/{link}", unsubscription.ask),
        Route("/unsubscribe/{link}", unsubscription.take, methods=["POST"]),
        Route("/wants/{link}", end_want.ask),
        Route("/wants/{link}", end_want.take, methods=["POST"]),
    ]
