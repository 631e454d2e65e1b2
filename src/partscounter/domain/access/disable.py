"""Disables a credential."""

from dataclasses import replace

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.events import CredentialDisabled
from partscounter.domain.access.hold import hold_credential


def disable_credential(tx: WriteTx, credential_id: int) -> Credential:
    """The credential, which opens no door from the next request on, nor do its tokens.

    Raises CredentialNotFound. Disabling it again changes and emits nothing.
    """
    credential = hold_credential(tx, credential_id)
    if not credential.enabled:
        return credential
    store.set_enabled(tx, credential_id, enabled=False)
    tx.emit(CredentialDisabled(credential.id, credential.product, credential.name))
    return replace(credential, enabled=False)
