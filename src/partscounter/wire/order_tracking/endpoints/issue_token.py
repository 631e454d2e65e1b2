"""POST /as/token.oauth2: a bearer token for client id and secret (RFC 6749 §4.4)."""

from collections.abc import Callable
from contextlib import suppress

from partscounter.app import App
from partscounter.domain.access import (
    AuthenticationFailed,
    Authenticator,
    Credential,
    IssuedToken,
    Product,
    TokenRequest,
    read_token_request,
)
from partscounter.web.answer import Answer, json_answer
from partscounter.web.credentials import authorization_of, read_basic
from partscounter.web.forms import read_form
from partscounter.web.incoming import Incoming
from partscounter.web.problems import CredentialFault, Unauthenticated
from partscounter.wire.order_tracking.token_errors import NOT_STORED
from partscounter_contracts.oauth import TokenResponse

# `scope` is not among them: clients send it by habit, these contracts know none, so it is as ignored as the rest.
_READ = ("grant_type", "client_id", "client_secret")


def issue_token(*environments: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. The client names itself in the body or by HTTP Basic; parameters that are not known are ignored.

    The token is one of the first of `environments` that knows the client: the documents have one token address for all
    of QA, and no header there to tell them apart.
    """

    def handle(incoming: Incoming[Credential]) -> Answer:
        request = _read_request(incoming)
        for app in environments[:-1]:
            with suppress(AuthenticationFailed):
                return _issue(app.authenticator, request)
        return _issue(environments[-1].authenticator, request)

    return handle


def _issue(authenticator: Authenticator, request: TokenRequest) -> Answer:
    client = authenticator.client(Product.CAT, request.client_id, request.client_secret)
    return _render(authenticator.issue_token(client))


def _read_request(incoming: Incoming[Credential]) -> TokenRequest:
    form = read_form(incoming.body)
    return read_token_request({name: form.all(name) for name in _READ}, _basic_of(incoming))


def _basic_of(incoming: Incoming[Credential]) -> tuple[str, str] | None:
    """User and password of the Basic header; None where there is no such header."""
    try:
        sent = read_basic(authorization_of(incoming.headers))
    except Unauthenticated as unauthenticated:
        if unauthenticated.problem.credential_fault is CredentialFault.MISSING:
            return None
        raise
    return sent.user, sent.password


def _render(token: IssuedToken) -> Answer:
    return json_answer(TokenResponse(access_token=token.access_token, expires_in=token.expires_in), headers=NOT_STORED)
