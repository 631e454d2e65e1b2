"""Makes the keys that sign tokens: the first one, and a new one in place of the old."""

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.events import SigningKeyRotated
from partscounter.domain.access.signing_key import LINK_LIFETIME, SigningKey, random_key


def ensure_signing_key(tx: WriteTx) -> SigningKey:
    """The key that signs, made now if there is none yet."""
    return store.find_newest_key(tx) or store.insert_key(tx, random_key())


def rotate_signing_key(tx: WriteTx, *, keep_old: bool = True) -> SigningKey:
    """A new key, which signs from now on.

    The old ones verify until the tokens and links they signed have expired. Without `keep_old` (a key has leaked) they
    are forgotten, and within a minute every process refuses the tokens signed before.
    """
    if keep_old:
        store.delete_keys(tx, retired_before=tx.now - LINK_LIFETIME)
        store.retire_keys(tx)
    else:
        store.delete_keys(tx)
    key = store.insert_key(tx, random_key())
    tx.emit(SigningKeyRotated(key.id, keep_old))
    return key
