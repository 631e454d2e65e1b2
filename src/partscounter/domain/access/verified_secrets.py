"""Remembers, for as long as the process lives, which secrets have been verified, so that a second Basic request
costs microseconds and not a whole password hash."""

import hmac
import secrets
import threading
from collections import OrderedDict

from partscounter.domain.access.secret import secret_bytes

_KEY_BYTES = 32


class VerifiedSecrets:
    """A bounded, thread-safe memory of (credential, hash) → keyed digest of the secret that matched.

    It holds no secret: the digests are keyed with random bytes that never leave the process. A rotated secret misses
    at once, because the stored hash is part of the key. It never says no, only "not known to be right".
    """

    def __init__(self, capacity: int = 10_000) -> None:
        self._key = secrets.token_bytes(_KEY_BYTES)
        self._capacity = capacity
        self._digests: OrderedDict[tuple[int, str], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def knows(self, credential_id: int, secret_hash: str, plain: str) -> bool:
        """Whether `plain` has been verified against this hash before."""
        with self._lock:
            known = self._digests.get((credential_id, secret_hash))
            if known is None:
                return False
            self._digests.move_to_end((credential_id, secret_hash))
        return hmac.compare_digest(known, self._digest(plain))

    def remember(self, credential_id: int, secret_hash: str, plain: str) -> None:
        """Note that `plain` matches this hash; the pair used longest ago makes room."""
        digest = self._digest(plain)
        with self._lock:
            self._digests[(credential_id, secret_hash)] = digest
            self._digests.move_to_end((credential_id, secret_hash))
            while len(self._digests) > self._capacity:
                self._digests.popitem(last=False)

    def __len__(self) -> int:
        return len(self._digests)

    def _digest(self, plain: str) -> bytes:
        return hmac.digest(self._key, secret_bytes(plain), "sha256")
