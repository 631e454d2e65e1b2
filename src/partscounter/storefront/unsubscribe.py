"""Ending the mails of one kind: by a mail program with one click (RFC 8058), or by a person with a button."""

from functools import partial

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from partscounter.app import App
from partscounter.domain import notifications
from partscounter.domain.notifications import Preferences, wording_in
from partscounter.storefront.visitor import PRIVATE, actor_of_visit
from partscounter.web.pages import render_page


class UnsubscribePage:
    """Looking changes nothing, since programs look at every link in a mail. The POST does it, wherever it is from."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def ask(self, request: Request) -> Response:
        with self._app.database.read() as tx:
            preferences = notifications.get_unsubscription(tx, request.path_params["link"])
        return self._page(preferences)

    def take(self, request: Request) -> Response:
        """Switch the group off; its body says no more than that it is the one click, so it is not read."""
        verb = partial(notifications.unsubscribe, link=request.path_params["link"])
        return self._page(self._app.database.write(actor_of_visit(request), verb))

    def _page(self, preferences: Preferences) -> Response:
        page = render_page(
            self._environment,
            "unsubscribe.html",
            preferences=preferences,
            wording=wording_in(preferences.customer.language),
            is_off=preferences.group not in preferences.wanted,
        )
        page.headers.update(PRIVATE)
        return page
