"""Says who is at the door: by name and secret, or by bearer token.

Every call reads the credential's row, so that a disabled or changed one is noticed by the next request; secrets are
verified after that transaction has ended.
"""

from dataclasses import replace
from datetime import datetime

from partscounter.database import Database
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential, Product
from partscounter.domain.access.errors import AuthenticationFailed, FailureReason
from partscounter.domain.access.lookup import find_credential
from partscounter.domain.access.recent_uses import RecentUses
from partscounter.domain.access.secret import new_secret, secret_matches
from partscounter.domain.access.signing_keys import SigningKeys
from partscounter.domain.access.token import IssuedToken, sign_token
from partscounter.domain.access.verified_secrets import VerifiedSecrets
from partscounter.domain.access.verified_tokens import VerifiedTokens
from partscounter.kit.clock import Clock


class Authenticator:
    """Built once per process and shared by its threads. Every failure is an AuthenticationFailed with one message."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._keys = SigningKeys(database, clock)
        self._tokens = VerifiedTokens(self._keys.find)
        self._verified = VerifiedSecrets()
        self._uses = RecentUses()
        self._nobody = new_secret().hash

    def basic(self, product: Product, username: str, password: str) -> Credential:
        """The API user of `product` with this name and password (HTTP Basic). Raises AuthenticationFailed.

        About 25 ms for a password first seen by this process, and for a wrong one; microseconds after.
        """
        return self._by_secret(product, username, password)

    def recognize(self, product: Product, name: str, secret: str) -> Credential | None:
        """The same where this process has verified the password before: always microseconds. None says nothing."""
        with self._database.read() as tx:
            credential = find_credential(tx, product, name)
        now = self._clock.now()
        if credential is None or not (credential.enabled and self._has_verified(credential, secret, now)):
            return None
        return self._admit(credential, now)

    def client(self, product: Product, client_id: str, client_secret: str) -> Credential:
        """The client of `product` at its token endpoint (RFC 6749 §2.3.1). Raises AuthenticationFailed."""
        return self._by_secret(product, client_id, client_secret)

    def bearer(self, product: Product, token: str) -> Credential:
        """The credential that `token` was issued to, with the scopes of the token. Raises AuthenticationFailed."""
        now = self._clock.now()
        claims = self._tokens.read(token)
        if now >= claims.expires_at:
            raise AuthenticationFailed(FailureReason.EXPIRED)
        if claims.product is not product:
            raise AuthenticationFailed(FailureReason.OTHER_PRODUCT)
        with self._database.read() as tx:
            credential = store.find_by_id(tx, claims.credential_id)
        if credential is None:
            raise AuthenticationFailed(FailureReason.UNKNOWN)
        if credential.token_generation != claims.token_generation:
            raise AuthenticationFailed(FailureReason.REVOKED, credential.name)
        self._admit(credential, now)
        if credential.scopes <= claims.scopes:
            return credential
        return replace(credential, scopes=credential.scopes & claims.scopes)

    def issue_token(self, credential: Credential, scopes: frozenset[str] | None = None) -> IssuedToken:
        """A token for `credential`, which `client` has just returned, with `scopes` (`grant_scopes`) or all its own."""
        key_id, key = self._keys.newest()
        granted = credential.scopes if scopes is None else scopes & credential.scopes
        return sign_token(credential, granted, key_id, key, self._clock.now())

    def take_uses(self) -> dict[int, datetime]:
        """Who came in since the last call, for `note_uses`; to be called by a timer, not by requests."""
        return self._uses.take()

    def _by_secret(self, product: Product, name: str, secret: str) -> Credential:
        now = self._clock.now()
        with self._database.read() as tx:
            credential = find_credential(tx, product, name)
        if credential is None:
            secret_matches(self._nobody, secret)  # takes as long as a wrong secret, so that names cannot be probed
            raise AuthenticationFailed(FailureReason.UNKNOWN, name)
        if not self._is_secret_of(credential, secret, now):
            raise AuthenticationFailed(FailureReason.WRONG_SECRET, name)
        return self._admit(credential, now)

    def _is_secret_of(self, credential: Credential, secret: str, now: datetime) -> bool:
        if self._has_verified(credential, secret, now):
            return True
        # While a grace lasts, a wrong secret costs two hashes and so tells that the name exists and was just rotated.
        for secret_hash in credential.secret_hashes(now):
            if secret_matches(secret_hash, secret):
                self._verified.remember(credential.id, secret_hash, secret)
                return True
        return False

    def _has_verified(self, credential: Credential, secret: str, now: datetime) -> bool:
        hashes = credential.secret_hashes(now)
        return any(self._verified.knows(credential.id, secret_hash, secret) for secret_hash in hashes)

    def _admit(self, credential: Credential, now: datetime) -> Credential:
        if not credential.enabled:
            raise AuthenticationFailed(FailureReason.DISABLED, credential.name)
        self._uses.add(credential.id, now)
        return credential
