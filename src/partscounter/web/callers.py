"""Who calls an API: its credential, checked before the body is read, and its share of requests."""

import math
from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import AuthenticationFailed, Credential, FailureReason, Product
from partscounter.kit.actor import Actor
from partscounter.web.credentials import authorization_of, read_basic, read_bearer
from partscounter.web.incoming import Incoming
from partscounter.web.problems import CredentialFault, Unauthenticated

_LONGEST_PAYLOAD = 1_000_000


def bearer_caller(app: App, product: Product) -> Callable[[Incoming[Credential]], Credential]:
    """An `authenticate` for an Api whose callers bring a bearer token of `product`."""

    def authenticate(incoming: Incoming[Credential]) -> Credential:
        token = read_bearer(authorization_of(incoming.headers))
        try:
            return app.authenticator.bearer(product, token)
        except AuthenticationFailed as failure:
            fault = CredentialFault.EXPIRED if failure.reason is FailureReason.EXPIRED else CredentialFault.UNKNOWN
            raise Unauthenticated(failure.message, fault) from None

    return authenticate


def basic_caller(app: App, product: Product) -> Callable[[Incoming[Credential]], Credential]:
    """An `authenticate` for an Api whose callers bring a user name and password of `product`."""

    def authenticate(incoming: Incoming[Credential]) -> Credential:
        sent = read_basic(authorization_of(incoming.headers))
        try:
            return app.authenticator.basic(product, sent.user, sent.password)
        except AuthenticationFailed as failure:
            raise Unauthenticated(failure.message) from None

    return authenticate


def recognized_caller(app: App, product: Product) -> Callable[[Incoming[Credential]], Credential | None]:
    """A `recognize` for an Api with a `basic_caller`."""

    def recognize(incoming: Incoming[Credential]) -> Credential | None:
        try:
            sent = read_basic(authorization_of(incoming.headers))
        except Unauthenticated:
            return None
        return app.authenticator.recognize(product, sent.user, sent.password)

    return recognize


def bearer_or_body_caller(
    app: App, product: Product, read_body: Callable[[bytes], tuple[str, str] | None]
) -> Callable[[Incoming[Credential]], Credential]:
    """An `authenticate` for an Api whose callers bring a bearer token, or else name and secret in the body.

    `read_body` finds these there; None if they are missing. A bearer token that was sent decides alone. The endpoints
    need `credential_in_body`.
    """
    by_token = bearer_caller(app, product)

    def authenticate(incoming: Incoming[Credential]) -> Credential:
        try:
            return by_token(incoming)
        except Unauthenticated as unauthenticated:
            sent = read_body(incoming.body)
            if unauthenticated.problem.credential_fault is not CredentialFault.MISSING or sent is None:
                raise
        try:
            return app.authenticator.client(product, *sent)
        except AuthenticationFailed as failure:
            raise Unauthenticated(failure.message) from None

    return authenticate


def limit_of(app: App) -> Callable[[Credential], float | None]:
    """A `limit` for an Api: whole seconds that the caller has to wait, or None."""

    def limit(credential: Credential) -> float | None:
        seconds = app.rate_limits.wait(credential)
        return None if seconds is None else math.ceil(seconds)

    return limit


def actor_of(incoming: Incoming[Credential], door: str) -> Actor:
    """The actor that the history names for this request, with the body as it was received."""
    payload = incoming.body[:_LONGEST_PAYLOAD].decode("utf-8", "replace").replace("\0", "�")
    return Actor(name=incoming.caller.name, door=door, request_id=incoming.request_id, payload=payload)
