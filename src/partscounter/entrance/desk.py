"""What every page of the entrance needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment
from starlette.responses import Response

from partscounter.app import App
from partscounter.web.languages import LANGUAGES, translator
from partscounter.web.pages import render_page
from partscounter.web.visits import Visit, safe_target

DOOR: Final = "entrance"
OWN_ACCOUNT: Final = "/account"


@dataclass(frozen=True, slots=True)
class Desk:
    """Renders the entrance's templates for a visit."""

    app: App
    environment: Environment
    texts: Path

    def show(self, visit: Visit, template: str, status: int = 200, **values: object) -> Response:
        """`template`, which knows `visit` and says its texts by `t`."""
        t = translator(self.texts, visit.language)
        return render_page(self.environment, template, status, visit=visit, t=t, languages=LANGUAGES, **values)


def home_of(wanted: str) -> str:
    """Where to go from here: the page that was wanted, else one's own account."""
    return safe_target(wanted, OWN_ACCOUNT)
