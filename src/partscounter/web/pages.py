"""HTML pages: a template environment that escapes everything and knows no undefined name, and safe headers for all."""

from collections.abc import Mapping
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from partscounter.web.assets import shared_files

SECURITY_HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""No inline script or style anywhere. HTMX needs `includeIndicatorStyles: false` and `allowEval: false` under this."""

PHOTO_POLICY: Final = SECURITY_HEADERS["Content-Security-Policy"].replace("img-src 'self'", "img-src 'self' https:")
"""The Content-Security-Policy of pages with photos, which stay with the sellers: a feed names their addresses."""

_SENTENCES = {
    400: ("This request could not be read", "Please go back and try once more."),
    403: ("This is not yours to see", "You are signed in, but not for this page."),
    404: ("There is nothing here", "The address may be misspelt, or the page may have moved."),
    405: ("This page does not take that", "Please go back and use the form on the page."),
    413: ("That was too large", "Please send something smaller."),
    503: ("Please come back in a moment", "Something that this page needs is not there just now."),
}
_FAULT = ("Something went wrong here", "It is not your fault, and it has been noted.")


def page_environment(loader: BaseLoader, **names: object) -> Environment:
    """Templates from `loader`, and those that all pages share; `names` are known to all of them, `asset` too.

    A misspelt name is an error, not an empty place.
    """
    shared = ChoiceLoader([loader, PackageLoader("partscounter.web")])
    environment = Environment(loader=shared, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.globals.update(names, asset=shared_files().url)
    return environment


def render_page(environment: Environment, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """`template` filled in, rendered whole before the first byte is sent."""
    return HTMLResponse(environment.get_template(template).render(values), status)


def problem_page(environment: Environment, status: int, request_id: str) -> HTMLResponse:
    """The page for a status, by the template `problem.html`, which is given status, title, advice and request_id."""
    title, advice = _SENTENCES.get(status, _FAULT)
    template = environment.get_template("problem.html")
    return HTMLResponse(template.render(title=title, advice=advice, status=status, request_id=request_id), status)
