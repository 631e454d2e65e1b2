"""The portal as an ASGI app: which page stands at which address."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.domain.access import Product
from partscounter.portal.area import StaffDesk
from partscounter.portal.areas import AREAS
from partscounter.portal.guide import Guide
from partscounter.portal.home import HomePage
from partscounter.portal.imports.routes import PATH as UPLOAD_PATH
from partscounter.portal.openapi import ContractPages
from partscounter.portal.outbox import OutboxPages
from partscounter.portal.try_it import TryItPage
from partscounter.web.api import MIB
from partscounter.web.client_options import ClientOptions
from partscounter.web.desk import Desk
from partscounter.web.exchange import Observer
from partscounter.web.pages import page_environment, problem_page
from partscounter.web.shell import PageShell, page_error_handlers
from partscounter.web.static import StaticFiles
from partscounter.web.visits import go_to

DOOR: Final = "portal"
_NO_OPTIONS: Final[Mapping[Product, ClientOptions]] = MappingProxyType({})
_STATIC = Path(__file__).parent / "static"


def build_portal(
    app: App,
    contracts: ASGIApp,
    guide: Guide | None,
    observers: Sequence[Observer] = (),
    *,
    client_options: Mapping[Product, ClientOptions] = _NO_OPTIONS,
) -> ASGIApp:
    """Every page. `contracts` answers the requests of the guide; without a guide there are no pages of the demo.

    `client_options` are what each contract lets set for its clients.

    What the demo shows of itself needs no sign-in; the pages of the portal proper do.
    """
    files = StaticFiles(_STATIC)
    environment = page_environment(PackageLoader("partscounter.portal"), static=files.url, is_demo=guide is not None)

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    environment.globals["areas"] = AREAS
    desk = Desk(app, environment, DOOR)
    routes = [
        *_for_everyone(app, environment, guide),
        *_for_the_demo(app, environment, contracts, guide),
        *(route for area in AREAS for route in area.routes(StaffDesk(desk, area.roles, client_options))),
    ]
    pages = Starlette(
        routes=[*routes, Mount("/static", files)],
        exception_handlers=page_error_handlers(problem),
    )
    pages.router.redirect_slashes = False
    # The file, and what a form puts around it.
    larger = {UPLOAD_PATH: app.settings.limits.import_bytes + MIB}
    return PageShell("portal", pages, problem, larger_bodies=larger, observers=observers)


def _for_everyone(app: App, environment: Environment, guide: Guide | None) -> list[BaseRoute]:
    contracts, home = ContractPages(app, environment), HomePage(app, environment, guide)
    return [
        Route("/", home.show if guide else _to_the_shop),
        Route("/developers", home.show),
        Route("/openapi/{contract}.json", contracts.document),
        Route("/openapi/{contract}", contracts.show),
    ]


async def _to_the_shop(request: Request) -> Response:  # noqa: ARG001 - Starlette calls it with the request
    """A counter in service opens with its shop."""
    return go_to("/shop")


def _for_the_demo(app: App, environment: Environment, contracts: ASGIApp, guide: Guide | None) -> list[BaseRoute]:
    if guide is None:
        return []
    outbox = OutboxPages(app, environment)
    trial = TryItPage(HomePage(app, environment, guide), contracts, guide)
    return [
        Route("/try/{name}", trial.run, methods=["POST"]),
        Route("/outbox", outbox.list),
        Route("/outbox/{id:row}", outbox.show),
        Route("/outbox/{id:row}/html", outbox.html),
    ]
