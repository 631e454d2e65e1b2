"""Remembers which tokens have been verified, and by which key, so that a second request need not decode one again."""

from collections.abc import Callable

from joserfc.jwk import OctKey

from partscounter.domain.access.token import TokenClaims, VerifiedToken, verify_token

_MOST_KEPT = 4096


class VerifiedTokens:
    """A bounded memory. Thread-safe.

    A token counts only as long as its key is found, and is the very one that has verified it: `SigningKeys` reads keys
    anew every minute, and each is then another. Whether a token has expired is for the caller to say.
    """

    def __init__(self, find_key: Callable[[int], OctKey | None]) -> None:
        self._find_key = find_key
        self._known: dict[str, VerifiedToken] = {}

    def read(self, token: str) -> TokenClaims:
        """The claims of `token`; raises AuthenticationFailed as `verify_token` does."""
        known = self._known.get(token)
        if known is None or self._find_key(known.key_id) is not known.key:
            known = self._keep(token, verify_token(token, self._find_key))
        return known.claims

    def _keep(self, token: str, verified: VerifiedToken) -> VerifiedToken:
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[token] = verified
        return verified
