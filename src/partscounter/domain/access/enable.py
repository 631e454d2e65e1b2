"""Enables a disabled credential again."""

from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.events import CredentialEnabled
from partscounter.domain.access.hold import hold_credential


def enable_credential(tx: WriteTx, credential_id: int) -> Credential:
    """The credential, good again with its present secret and any of its tokens that has not expired.

    Raises CredentialNotFound. Enabling an enabled one changes and emits nothing.
    """
    credential = hold_credential(tx, credential_id)
    if credential.enabled:
        return credential
    store.set_enabled(tx, credential_id, enabled=True)
    tx.emit(CredentialEnabled(credential.id, credential.product, credential.name))
    return replace(credential, enabled=True)
