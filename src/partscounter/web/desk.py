"""What the pages of one door share: the program, their templates and texts, and how they are shown and routed."""

from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment
from starlette.convertors import register_url_convertor
from starlette.responses import Response
from starlette.routing import Route

from partscounter.app import App
from partscounter.web.formats import formats
from partscounter.web.languages import LANGUAGES, translator
from partscounter.web.pages import render_page
from partscounter.web.row_number import RowConvertor
from partscounter.web.visits import Handler, Visit, page

register_url_convertor("row", RowConvertor())


@dataclass(frozen=True, slots=True)
class Desk:
    """Renders a door's templates for a visit."""

    app: App
    environment: Environment
    door: str
    """What the history says of whom it lets in."""
    texts: tuple[Path, ...] = ()
    """Folders of translations; the first that has a text says it."""

    def with_texts(self, folder: Path) -> "Desk":
        """The same desk for an area whose own texts are in `folder`."""
        return replace(self, texts=(folder, *self.texts))

    def show(self, visit: Visit, template: str, status: int = 200, **values: object) -> Response:
        """`template`, which knows `visit`, says its texts by `t` and writes numbers, money and dates by `f`."""
        t, f = translator(self.texts, visit.language), formats(visit.locale)
        return render_page(self.environment, template, status, visit=visit, t=t, f=f, languages=LANGUAGES, **values)

    def route(self, path: str, handler: Handler, method: str = "GET") -> Route:
        """`handler` at `path`; it runs in a thread."""
        return Route(path, page(self.app, self.door, handler), methods=[method])
