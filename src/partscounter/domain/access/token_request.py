"""Reads a token request of the OAuth 2.0 client credentials grant (RFC 6749 §4.4), for every dialect that has one.

Pure: who the client is, is checked after, by `Authenticator.client`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from partscounter.domain.access.credential import Credential
from partscounter.domain.access.errors import TokenError, TokenRequestRefused

GRANT_TYPE: Final = "client_credentials"
_KNOWN: Final = ("grant_type", "client_id", "client_secret", "scope")
_SCOPE_TOKEN: Final = re.compile(r"[\x21\x23-\x5B\x5D-\x7E]+")


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """A well-formed request for a token; nothing about the client has been verified yet."""

    client_id: str
    client_secret: str = field(repr=False)
    scopes: frozenset[str] = frozenset()
    """What was asked for; empty where nothing was."""


def read_token_request(form: Mapping[str, Sequence[str]], basic: tuple[str, str] | None) -> TokenRequest:
    """The request that `form` and the Basic header's user and password (`basic`) make up.

    A parameter without a value counts as left out, unknown ones are ignored (RFC 6749 §3.2).
    Raises TokenRequestRefused with the first of: invalid_request for a repeated or missing parameter or two
    different clients, unsupported_grant_type, invalid_client where no client is named, invalid_scope.
    """
    given = {name: _single(form, name) for name in _KNOWN}
    if not given["grant_type"]:
        raise TokenRequestRefused(TokenError.INVALID_REQUEST, "grant_type is missing")
    if given["grant_type"] != GRANT_TYPE:
        raise TokenRequestRefused(TokenError.UNSUPPORTED_GRANT_TYPE, f"grant_type must be {GRANT_TYPE}")
    client_id, client_secret = _client(given["client_id"], given["client_secret"], basic)
    return TokenRequest(client_id, client_secret, _scopes(given["scope"]))


def grant_scopes(requested: frozenset[str], credential: Credential) -> frozenset[str]:
    """The scopes that the token gets: those requested, or all of the credential's where none was.

    Raises TokenRequestRefused (invalid_scope) for a scope that the credential does not hold (RFC 6749 §3.3).
    """
    beyond = requested - credential.scopes
    if beyond:
        listed = " ".join(sorted(beyond))
        raise TokenRequestRefused(TokenError.INVALID_SCOPE, f"the client may not use the scope {listed}")
    return requested or credential.scopes


def _single(form: Mapping[str, Sequence[str]], name: str) -> str:
    values = form.get(name, ())
    if len(values) > 1:
        raise TokenRequestRefused(TokenError.INVALID_REQUEST, f"{name} is given more than once")
    return values[0] if values else ""


def _client(body_id: str, body_secret: str, basic: tuple[str, str] | None) -> tuple[str, str]:
    """The client from the body or the header; both may be used where they agree."""
    if basic is None:
        if not body_id or not body_secret:
            raise TokenRequestRefused(TokenError.INVALID_CLIENT, "client authentication is missing")
        return body_id, body_secret
    # RFC 6749 §2.3.1 has the two form-encoded inside the header, and most clients forget to. Undoing %XX and leaving
    # "+" alone reads both kinds right, but for an unencoded secret that itself contains %XX.
    header_id, header_secret = unquote(basic[0]), unquote(basic[1])
    if body_id not in {"", header_id} or body_secret not in {"", header_secret}:
        raise TokenRequestRefused(TokenError.INVALID_REQUEST, "header and body name different clients")
    if not header_id or not header_secret:
        raise TokenRequestRefused(TokenError.INVALID_CLIENT, "client authentication is missing")
    return header_id, header_secret


def _scopes(text: str) -> frozenset[str]:
    named = [scope for scope in text.split(" ") if scope]
    if not all(_SCOPE_TOKEN.fullmatch(scope) for scope in named):
        raise TokenRequestRefused(TokenError.INVALID_SCOPE, "scope is not a list of words separated by blanks")
    return frozenset(named)
