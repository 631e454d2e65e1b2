"""Reading the Authorization header: Basic (RFC 7617) and Bearer (RFC 6750). Whether it is right is asked elsewhere."""

import base64
import binascii
import re
from dataclasses import dataclass, field

from starlette.datastructures import Headers

from partscounter.web.problems import CredentialFault, Unauthenticated

_AUTHORIZATION = "authorization"
_TOKEN68 = re.compile(r"[A-Za-z0-9._~+/-]+=*")


@dataclass(frozen=True, slots=True)
class BasicCredential:
    """A user name and a password, as sent."""

    user: str
    password: str = field(repr=False)


def authorization_of(headers: Headers) -> str | None:
    """The Authorization header; None without one. Two could be read as one caller here and as another by a proxy.

    Raises Unauthenticated, MALFORMED, if there are several.
    """
    sent = headers.getlist(_AUTHORIZATION)
    if len(sent) > 1:
        raise _malformed("There must be one Authorization header only.")
    return sent[0] if sent else None


def read_basic(authorization: str | None) -> BasicCredential:
    """The credential of a Basic header; UTF-8, else Latin-1. The password may hold colons.

    Raises Unauthenticated: MISSING without the header or with another scheme, MALFORMED if it cannot be read.
    """
    encoded = _of_scheme(authorization, "basic")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise _malformed("The Basic credential is not Base64.") from None
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    user, colon, password = text.partition(":")
    if not colon or "\0" in text:
        raise _malformed("The Basic credential is not a name and a password.")
    return BasicCredential(user, password)


def read_bearer(authorization: str | None) -> str:
    """The token of a Bearer header. Raises Unauthenticated as `read_basic` does."""
    token = _of_scheme(authorization, "bearer")
    if not _TOKEN68.fullmatch(token):
        raise _malformed("The Bearer token has characters that no token has.")
    return token


def _of_scheme(authorization: str | None, wanted: str) -> str:
    scheme, _, rest = (authorization or "").strip().partition(" ")
    if scheme.lower() != wanted:
        raise Unauthenticated(f"A {wanted.capitalize()} credential is needed.", CredentialFault.MISSING)
    if not rest.strip():
        raise _malformed(f"The {wanted.capitalize()} credential is empty.")
    return rest.strip()


def _malformed(message: str) -> Unauthenticated:
    return Unauthenticated(message, CredentialFault.MALFORMED)
