"""Holds a credential for a verb that checks it and then changes it."""

from partscounter.database import WriteTx
from partscounter.domain.access import store
from partscounter.domain.access.credential import Credential
from partscounter.domain.access.errors import CredentialNotFound


def hold_credential(tx: WriteTx, credential_id: int) -> Credential:
    """The credential, which no other transaction can change until this one ends. Raises CredentialNotFound."""
    credential = store.lock_by_id(tx, credential_id)
    if credential is None:
        raise CredentialNotFound(f"there is no credential {credential_id}")
    return credential
