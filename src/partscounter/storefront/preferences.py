"""The page on which a customer chooses mails (Order Tracking v3, "Email Notifications"); each mail leads here."""

from collections.abc import Collection
from functools import partial

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from partscounter.app import App
from partscounter.domain import notifications
from partscounter.domain.notifications import Group, Preferences, wording_in
from partscounter.storefront.visitor import PRIVATE, actor_of_visit
from partscounter.web.forms import read_form
from partscounter.web.incoming import base_url_of
from partscounter.web.pages import render_page
from partscounter.web.problems import Malformed
from partscounter.web.same_origin import is_same_origin


class PreferencesPage:
    """Shows the choice, and saves another."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def show(self, request: Request) -> Response:
        with self._app.database.read() as tx:
            preferences = notifications.get_preferences(tx, request.path_params["link"])
        return self._page(preferences, is_saved=False)

    async def save(self, request: Request) -> Response:
        """The page with the new choice. A form on a foreign page is refused with 403."""
        if not is_same_origin(request.headers, base_url_of(request.scope, request.headers)):
            raise HTTPException(403)
        wanted = read_groups(await request.body())
        return await run_in_threadpool(self._save, request, wanted)

    def _save(self, request: Request, wanted: Collection[Group]) -> Response:
        verb = partial(notifications.save_preferences, link=request.path_params["link"], wanted=wanted)
        return self._page(self._app.database.write(actor_of_visit(request), verb), is_saved=True)

    def _page(self, preferences: Preferences, *, is_saved: bool) -> Response:
        wording = wording_in(preferences.customer.language)
        page = render_page(
            self._environment, "preferences.html", preferences=preferences, wording=wording, is_saved=is_saved
        )
        page.headers.update(PRIVATE)
        return page


def read_groups(body: bytes) -> frozenset[Group]:
    """The groups that are ticked. Raises Malformed for one that there is not."""
    try:
        return frozenset(Group(value) for value in read_form(body).all("group"))
    except ValueError as error:
        raise Malformed("The form names a group that there is not.") from error
