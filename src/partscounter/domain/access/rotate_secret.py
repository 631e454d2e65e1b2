"""Gives a credential a new secret."""

from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.events import SecretRotated
from partscounter.domain.access.hold import hold_credential
from partscounter.domain.access.lookup import get_credential
from partscounter.domain.access.secret import NewSecret


def rotate_secret(
    tx: WriteTx,
    credential_id: int,
    secret: NewSecret,
    *,
    grace: timedelta = timedelta(0),
    revoke_tokens: bool = False,
) -> Credential:
    """The credential with `secret`, made by `new_secret` outside the transaction.

    The old secret stops at once, or after `grace`; one still in grace from an earlier rotation stops at once.
    Tokens issued before are good until they expire, unless `revoke_tokens`. Raises CredentialNotFound.
    """
    before = hold_credential(tx, credential_id)
    until = tx.now + grace if grace > timedelta(0) else None
    store.set_secret(
        tx,
        credential_id,
        secret.hash,
        previous=None if until is None else (before.secret_hash, until),
        token_generation=before.token_generation + (1 if revoke_tokens else 0),
    )
    tx.emit(SecretRotated(before.id, before.product, before.name, until, revoke_tokens))
    return get_credential(tx, credential_id)
