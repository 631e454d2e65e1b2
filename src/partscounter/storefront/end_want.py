"""Ending the wait for a part: by a mail program with one click (RFC 8058), or by a person with a button."""

from functools import partial

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from partscounter.app import App
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want
from partscounter.domain.notifications import lead_wording_in
from partscounter.storefront.visitor import PRIVATE, actor_of_visit
from partscounter.web.pages import render_page


class EndWantPage:
    """Looking changes nothing, since programs look at every link in a mail. The POST does it, wherever it is from."""

    def __init__(self, app: App, environment: Environment) -> None:
        self._app = app
        self._environment = environment

    def ask(self, request: Request) -> Response:
        with self._app.database.read() as tx:
            want = wants.get_want_of_link(tx, request.path_params["link"])
        return self._page(want)

    def take(self, request: Request) -> Response:
        """End the want; its body says no more than that it is the one click, so it is not read."""
        verb = partial(wants.end_want, link=request.path_params["link"])
        return self._page(self._app.database.write(actor_of_visit(request), verb))

    def _page(self, want: Want) -> Response:
        wording = lead_wording_in(want.draft.waiting.language)
        page = render_page(self._environment, "end_want.html", want=want, wording=wording)
        page.headers.update(PRIVATE)
        return page
