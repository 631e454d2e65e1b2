"""Who is at a page: the visitor's one cookie, the session behind it, and forms that only our own pages can send.

The cookie holds a random token, with or without a session. What a page's forms must bring back is derived from it, so a
foreign page, which cannot read the cookie, cannot send them; nor can one on another host of the same site.
"""

import base64
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from partscounter.app import App
from partscounter.domain import accounts
from partscounter.domain.accounts import Account, Origin, Session
from partscounter.kit.actor import Actor
from partscounter.web.formats import locale_of
from partscounter.web.forms import FORM_TYPE, read_form
from partscounter.web.incoming import Query, base_url_of, parse_query
from partscounter.web.languages import best_language
from partscounter.web.same_origin import is_same_origin
from partscounter.web.shell import REQUEST_ID_KEY

COOKIE: Final = "visit"
LANGUAGE_COOKIE: Final = "language"
FORM_KEY: Final = "form_key"
"""The field of every form that proves it to be of our own page."""

_TOKEN_BYTES: Final = 32
_KEY_BYTES: Final = 18
_COOKIE_SECONDS: Final = 60 * 60 * 24 * 30


@dataclass
class Visit:
    """One request to a page, by whoever it is."""

    app: App
    door: str
    request: Request
    form: Query
    """The fields that were posted; none on a GET."""
    token: str
    """What the cookie holds."""
    session: Session | None = None
    """Of somebody who has signed in, the code of the second factor included."""
    unconfirmed: Session | None = None
    """Of somebody whose code is still to come."""

    @property
    def account(self) -> Account | None:
        """Who has signed in."""
        return None if self.session is None else self.session.account

    @property
    def signed_in(self) -> Account:
        """Who has signed in, on a page that asks for it."""
        if self.session is None:
            raise HTTPException(403)
        return self.session.account

    @cached_property
    def form_key(self) -> str:
        """For the hidden field of every form."""
        proof = hmac.digest(self.token.encode(), b"form key", "sha256")[:_KEY_BYTES]
        return base64.urlsafe_b64encode(proof).decode()

    @property
    def actor(self) -> Actor:
        """For the history."""
        name = "visitor" if self.session is None else self.session.account.email
        return Actor(name=name, door=self.door, request_id=self.request.scope[REQUEST_ID_KEY])

    @property
    def base_url(self) -> str:
        """The address by which the visitor came, such as `https://counter.example`."""
        return base_url_of(self.request.scope, self.request.headers)

    @property
    def query(self) -> Query:
        """The fields of the address."""
        return parse_query(self.request.scope["query_string"])

    @property
    def address(self) -> str:
        """The path of this page with its query, to come back to."""
        url = self.request.url
        return f"{url.path}?{url.query}" if url.query else url.path

    @property
    def origin(self) -> Origin:
        """Where the visitor comes from."""
        client = self.request.client
        return Origin("" if client is None else client.host, self.request.headers.get("user-agent", ""))

    @property
    def language(self) -> str:
        """The visitor's: chosen here, else of the account, else of the browser."""
        account = "" if self.account is None else self.account.language
        headers = self.request.headers
        return best_language(self.request.cookies.get(LANGUAGE_COOKIE, ""), account, headers.get("accept-language", ""))

    @property
    def locale(self) -> str:
        """How numbers and dates are written for this visitor, such as `en_GB`."""
        return locale_of(self.language, self.request.headers.get("accept-language", ""))

    def path(self, name: str) -> str:
        """A part of the path that the route names."""
        return str(self.request.path_params[name])

    def field(self, name: str, default: str = "") -> str:
        """The last value of a posted field, without blanks around it."""
        return next(iter(reversed(self.form.all(name))), default).strip()


Handler = Callable[[Visit], Response]


def page(app: App, door: str, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """A Starlette endpoint for `handler`, which runs in a thread. A form that is not of our own page is a 403."""

    def answer(visit: Visit) -> Response:
        find_session(visit)
        if visit.request.method == "POST":
            refuse_foreign_form(visit)
        response = handler(visit)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    async def endpoint(request: Request) -> Response:
        sent = request.cookies.get(COOKIE, "")
        visit = Visit(app, door, request, await _read_form(request), sent or secrets.token_urlsafe(_TOKEN_BYTES))
        response = await run_in_threadpool(answer, visit)
        if not sent and COOKIE not in response.headers.get("set-cookie", ""):
            remember(response, request, visit.token)
        return response

    return endpoint


def remember(response: Response, request: Request, token: str) -> None:
    """Have the browser keep `token`, unreadable for scripts, and not sent along from foreign pages' forms."""
    is_secure = base_url_of(request.scope, request.headers).startswith("https:")
    response.set_cookie(
        COOKIE, token, max_age=_COOKIE_SECONDS, path="/", httponly=True, samesite="lax", secure=is_secure
    )


def go_to(address: str) -> RedirectResponse:
    """After a form: the browser gets the page at `address`, which is one of ours."""
    return RedirectResponse(address, 303)


def safe_target(address: str, default: str) -> str:
    """`address` if it is a path of this host, else `default`: for where to go after signing in."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else default


async def _read_form(request: Request) -> Query:
    if request.method != "POST" or not request.headers.get("content-type", "").startswith(FORM_TYPE):
        return parse_query(b"")
    return read_form(await request.body())


def find_session(visit: Visit) -> None:
    """Learn who has signed in."""
    with visit.app.database.read() as tx:
        session = accounts.find_session(tx, visit.token)
    if session is not None and session.confirmed:
        visit.session = session
    else:
        visit.unconfirmed = session


def refuse_foreign_form(visit: Visit) -> None:
    """A form that is not of our own page is a 403."""
    sent = visit.field(FORM_KEY) or visit.request.headers.get("x-form-key", "")
    is_ours = hmac.compare_digest(sent.encode(), visit.form_key.encode())
    if not is_ours or not is_same_origin(visit.request.headers, visit.base_url):
        raise HTTPException(403)
