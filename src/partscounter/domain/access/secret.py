"""Secrets and their hashes. Hashing takes about 25 ms and 19 MiB: never inside a transaction."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_SECRET_BYTES = 32
# OWASP's second recommended setting of argon2id: an eighth of the library default's time on a request's path.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class NewSecret:
    """A secret ready to be given to a credential: `plain` is shown to its owner once, `hash` is stored."""

    plain: str = field(repr=False)
    hash: str = field(repr=False)


def new_secret(plain: str | None = None) -> NewSecret:
    """`plain`, or 256 random bits where none is given, together with its hash. Call it outside any transaction.

    Raises ValueError for an empty secret.
    """
    if plain is None:
        plain = secrets.token_urlsafe(_SECRET_BYTES)
    if not plain:
        raise ValueError("an empty secret is none")
    return NewSecret(plain, _HASHER.hash(secret_bytes(plain)))


def secret_matches(secret_hash: str, plain: str) -> bool:
    """Whether `plain` is the secret behind `secret_hash`; as slow either way. Call it outside any transaction."""
    try:
        return _HASHER.verify(secret_hash, secret_bytes(plain))
    except (VerificationError, InvalidHashError):
        return False


def secret_bytes(plain: str) -> bytes:
    """The bytes that are hashed; total, so that no header however odd can raise."""
    return plain.encode("utf-8", "surrogatepass")
