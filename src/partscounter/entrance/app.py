"""The entrance as an ASGI app: which page stands at which address."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import PackageLoader
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.entrance.account import AccountPages
from partscounter.entrance.password import PasswordPage
from partscounter.entrance.second_factor import SecondFactorPages
from partscounter.entrance.sign_in import SignInPages
from partscounter.web.desk import Desk
from partscounter.web.exchange import Observer
from partscounter.web.pages import page_environment, problem_page
from partscounter.web.shell import PageShell, page_error_handlers

PREFIXES: Final = ("/sign-in", "/sign-out", "/password/", "/account")
"""The parts of the address space that are the entrance's."""
DOOR: Final = "entrance"
LANGUAGES: Final = Path(__file__).parent / "languages"


def build_entrance(app: App, observers: Sequence[Observer] = ()) -> ASGIApp:
    """Every page."""
    environment = page_environment(PackageLoader("partscounter.entrance"))
    desk = Desk(app, environment, DOOR, (LANGUAGES,))

    def problem(status: int, request_id: str) -> Response:
        return problem_page(environment, status, request_id)

    entering, password = SignInPages(desk), PasswordPage(desk)
    account, factor = AccountPages(desk), SecondFactorPages(desk)
    routes = [
        desk.route("/sign-in", entering.ask),
        desk.route("/sign-in", entering.take, "POST"),
        desk.route("/sign-in/code", entering.ask_code),
        desk.route("/sign-in/code", entering.take_code, "POST"),
        desk.route("/sign-out", entering.leave, "POST"),
        desk.route("/password/{link}", password.ask),
        desk.route("/password/{link}", password.take, "POST"),
        desk.route("/account", account.show),
        desk.route("/account/password", account.change_password, "POST"),
        desk.route("/account/sessions", account.end_others, "POST"),
        desk.route("/account/code", factor.ask),
        desk.route("/account/code", factor.begin, "POST"),
        desk.route("/account/code/remove", factor.remove, "POST"),
    ]
    pages = Starlette(routes=routes, exception_handlers=page_error_handlers(problem))
    pages.router.redirect_slashes = False
    return PageShell(DOOR, pages, problem, observers=observers)
