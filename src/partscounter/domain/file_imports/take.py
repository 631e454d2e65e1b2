"""Taking in a file that a worker shall import; the same file handed in again, while it waits or runs, is the same."""

from dataclasses import dataclass
from hashlib import blake2b

from partscounter.database import WriteTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.errors import KeyUsed
from partscounter.domain.file_imports.events import FileImportTaken
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.lookup import get_any_import


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was handed in, with what was chosen for it."""

    credential_id: int | None
    kind: FileKind
    file_name: str
    token: str
    size: int
    digest: str
    """Of the file's bytes."""
    account_id: int | None = None
    """Who handed it in, in place of a credential."""
    user_id: int | None = None
    """Of a mapping: the credential whose words these are."""
    plan_id: int | None = None
    """The dry run that is to be carried out."""
    dry_run: bool = False
    allow_retire: int | None = None
    """Of a full replacement of stock: percent of a vendor's offer that may be missing. None: what is missing stays."""
    key: str = ""
    """The sender's Idempotency-Key; empty for none."""

    @property
    def whole_digest(self) -> str:
        """Of the file and the choices."""
        said = f"{self.kind}\0{self.dry_run}\0{self.digest}"
        if self.allow_retire is not None:
            said += f"\0{self.allow_retire}"
        if self.user_id is not None:
            said += f"\0user {self.user_id}"
        return blake2b(said.encode(), digest_size=20).hexdigest()


def take_file_import(tx: WriteTx, given: Given) -> FileImport:
    """The import, waiting for a worker; or, for a repeat, the one that there is, whose `token` is then another.

    Refuses with KeyUsed where the key came with something else before. A file without a key may come again once its
    import has ended: to import it twice changes nothing. A plan is carried out once, whoever asks for it again.
    """
    digest = given.whole_digest
    repeat_key = f"key:{given.key}" if given.key else f"file:{digest}"
    import_id = sql.insert(tx, _row(tx, given) | {"digest": digest, "repeat_key": repeat_key})
    if import_id is not None:
        tx.emit(FileImportTaken(import_id, given.kind.value, given.dry_run))
        return get_any_import(tx, import_id)
    repeated = sql.find_repeat(tx, given.credential_id, repeat_key, given.plan_id)
    if repeated is None:
        raise LookupError("an import ended between two statements of a transaction")
    known, known_digest = repeated
    if known_digest != digest:
        raise KeyUsed("The Idempotency-Key came before, with another file or other choices.")
    return known


def _row(tx: WriteTx, given: Given) -> dict[str, object]:
    return {
        "credential_id": given.credential_id,
        "account_id": given.account_id,
        "user_id": given.user_id,
        "plan_id": given.plan_id,
        "kind": given.kind,
        "file_name": given.file_name,
        "token": given.token,
        "size": given.size,
        "dry_run": given.dry_run,
        "allow_retire": given.allow_retire,
        "state": State.WAITING,
        "counts": {},
        "violations": [],
        "taken_at": tx.now,
        "taken_by": tx.actor.name,
    }
