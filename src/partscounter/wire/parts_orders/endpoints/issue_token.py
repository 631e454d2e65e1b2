"""POST /oauth/client_credential/accesstoken: client id and secret for a bearer token, in the gateway's style (ours)."""

from partscounter.app import App
from partscounter.domain.access import AuthenticationFailed, Credential, Product, grant_scopes, read_token_request
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.callers import limit_of
from partscounter.web.credentials import authorization_of, read_basic
from partscounter.web.forms import read_form
from partscounter.web.incoming import Incoming
from partscounter.web.problems import TooManyRequests, Unauthenticated
from partscounter.wire.parts_orders.quirks import wants_numeric_expires_in
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import AccessTokenResponse

_NO_STORE = (("Cache-Control", "no-store"), ("Pragma", "no-cache"))


def issue_token(app: App, incoming: Incoming[Credential]) -> Answer:
    """A token with the scopes asked for, or with all that the client holds."""
    request = read_token_request(_fields(incoming), _basic(incoming))
    try:
        client = app.authenticator.client(Product.KEYLOOP, request.client_id, request.client_secret)
    except AuthenticationFailed:
        raise Unauthenticated("The client id or secret is not valid.") from None
    wait = limit_of(app)(client)
    if wait is not None:
        raise TooManyRequests("There were too many requests; please wait.", int(wait))
    issued = app.authenticator.issue_token(client, grant_scopes(request.scopes, client))
    # A second less than it lasts, for the way to the client; the gateway prints 3599 too.
    expires_in = issued.expires_in - 1
    body = AccessTokenResponse(
        access_token=issued.access_token,
        expires_in=expires_in if wants_numeric_expires_in(client) else str(expires_in),
        issued_at=str(int(issued.issued_at.timestamp() * 1000)),
        client_id=client.name,
        scope=issued.scope,
    )
    return Answer(200, encode(body), JSON_TYPE, _NO_STORE)


def _fields(incoming: Incoming[Credential]) -> dict[str, list[str]]:
    """The form; a `grant_type` of the query stands in where the form has none, and must not contradict it."""
    fields: dict[str, list[str]] = {}
    for name, value in read_form(incoming.body).pairs:
        fields.setdefault(name, []).append(value)
    in_form = fields.get("grant_type", [])
    fields["grant_type"] = in_form + [each for each in incoming.query.all("grant_type") if each not in in_form]
    return fields


def _basic(incoming: Incoming[Credential]) -> tuple[str, str] | None:
    """User and password of a Basic header. A bearer token that an HTTP client sends with every request is no matter."""
    header = authorization_of(incoming.headers)
    if header is None or header.lower().startswith("bearer"):
        return None
    sent = read_basic(header)
    return sent.user, sent.password
