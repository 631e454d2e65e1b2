"""Access tokens: signed JSON Web Tokens (RFC 7519, HS256) that any process of the instance can verify."""

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from partscounter.domain.access.credential import Credential, Product
from partscounter.domain.access.errors import AuthenticationFailed, FailureReason
from partscounter.domain.access.signing_key import TOKEN_LIFETIME

_ALGORITHM: Final = "HS256"
_LONGEST_TOKEN: Final = 4096
_ID: Final = re.compile(r"[1-9][0-9]{0,17}")
_ID_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """What a token endpoint answers, for each dialect to spell."""

    access_token: str = field(repr=False)
    expires_in: int
    """Seconds."""
    issued_at: datetime
    scope: str
    """The granted scopes, separated by blanks."""


@dataclass(frozen=True, slots=True)
class TokenClaims:
    """What a token says, once its signature has been verified."""

    credential_id: int
    product: Product
    token_generation: int
    expires_at: datetime
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerifiedToken:
    """What a token says, and the key that has signed it."""

    claims: TokenClaims
    key_id: int
    key: OctKey = field(repr=False)


def sign_token(
    credential: Credential, scopes: frozenset[str], key_id: int, key: OctKey, issued_at: datetime
) -> IssuedToken:
    """A token that lets `credential` in with `scopes` for an hour from `issued_at`."""
    issued = int(issued_at.timestamp())
    lifetime = int(TOKEN_LIFETIME.total_seconds())
    scope = " ".join(sorted(scopes))
    claims = {
        "sub": str(credential.id),
        "product": credential.product.value,
        "gen": credential.token_generation,
        "iat": issued,
        "exp": issued + lifetime,
        "scope": scope,
        "jti": secrets.token_urlsafe(_ID_BYTES),
    }
    header = {"typ": "JWT", "alg": _ALGORITHM, "kid": str(key_id)}
    payload = json.dumps(claims, separators=(",", ":"))
    return IssuedToken(jws.serialize_compact(header, payload, key, [_ALGORITHM]), lifetime, issued_at, scope)


def verify_token(token: str, find_key: Callable[[int], OctKey | None]) -> VerifiedToken:
    """The claims of `token`, if one of our keys signed it; whether it has expired is for the caller to say.

    Raises AuthenticationFailed: malformed_token, or bad_signature where the key is unknown or did not sign this.
    """
    signed, key_id = _unpack(token)
    key = find_key(key_id)
    if key is None or not _is_signed_by(key, signed):
        raise AuthenticationFailed(FailureReason.BAD_SIGNATURE)
    return VerifiedToken(_to_claims(signed.payload), key_id, key)


def _unpack(token: str) -> tuple[jws.CompactSignature, int]:
    """The parts of `token`, and the id of the key that it says has signed it."""
    if len(token) > _LONGEST_TOKEN or not token.isascii():
        raise AuthenticationFailed(FailureReason.MALFORMED_TOKEN)
    try:
        signed = jws.extract_compact(token.encode("ascii"))
    except (JoseError, ValueError, TypeError):
        raise AuthenticationFailed(FailureReason.MALFORMED_TOKEN) from None
    key_id = signed.headers().get("kid")
    if not isinstance(key_id, str) or not _ID.fullmatch(key_id):
        raise AuthenticationFailed(FailureReason.MALFORMED_TOKEN)
    return signed, int(key_id)


def _is_signed_by(key: OctKey, signed: jws.CompactSignature) -> bool:
    try:
        return jws.validate_compact(signed, key, [_ALGORITHM])
    except (JoseError, ValueError, TypeError):  # another algorithm, or a header that the library refuses
        return False


def _to_claims(payload: bytes) -> TokenClaims:
    """What `sign_token` wrote; the signature has shown that nobody else did."""
    claims = json.loads(payload)
    return TokenClaims(
        credential_id=int(claims["sub"]),
        product=Product(claims["product"]),
        token_generation=int(claims["gen"]),
        expires_at=datetime.fromtimestamp(claims["exp"], UTC),
        scopes=frozenset(claims["scope"].split()),
    )
