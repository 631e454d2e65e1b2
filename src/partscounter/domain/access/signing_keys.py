"""The signing keys as one process knows them: read from the database once, and again when that may be out of date."""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from joserfc.jwk import OctKey

from partscounter.database import Database
from partscounter.domain.access import store
from partscounter.domain.access.rotate_signing_key import ensure_signing_key
from partscounter.domain.access.signing_key import SigningKey
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock

# A key that has leaked and was dropped by another process must not live on here.
_MAX_AGE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Known:
    key: SigningKey
    imported: OctKey
    read_at: datetime


class SigningKeys:
    """Finds keys for verifying, and the one for signing. Thread-safe."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[int, _Known] = {}
        self._lock = threading.Lock()

    def find(self, key_id: int) -> OctKey | None:
        """The key of this id while tokens it signed can be good; one query where it was not read within a minute."""
        now = self._clock.now()
        with self._lock:
            known = self._known.get(key_id)
        if known is None or now - known.read_at >= _MAX_AGE:
            known = self._read(key_id, now)
        return known.imported if known is not None and known.key.verifies_at(now) else None

    def newest(self) -> tuple[int, OctKey]:
        """The id of the key that signs, and the key; made now if the instance has none yet."""
        with self._database.read() as tx:
            key = store.find_newest_key(tx)
        if key is None:
            key = self._database.write(Actor(name="access", door="system"), ensure_signing_key)
        return key.id, self._keep(key, self._clock.now()).imported

    def _read(self, key_id: int, now: datetime) -> _Known | None:
        with self._database.read() as tx:
            key = store.find_key(tx, key_id)
        if key is not None:
            return self._keep(key, now)
        with self._lock:
            self._known.pop(key_id, None)
        return None

    def _keep(self, key: SigningKey, now: datetime) -> _Known:
        known = _Known(key, OctKey.import_key(key.secret), now)
        with self._lock:
            self._known[key.id] = known
        return known
