"""Finding imports that were handed in."""

from partscounter.database import ReadTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.errors import UnknownFileImport
from partscounter.domain.file_imports.file_import import FileImport


def find_file_import(tx: ReadTx, import_id: int) -> FileImport | None:
    """By its id, whoever handed it in."""
    return sql.find(tx, import_id)


def get_file_import(tx: ReadTx, import_id: int, credential_id: int) -> FileImport:
    """By its id, for who handed it in; refuses with UnknownFileImport."""
    found = sql.find(tx, import_id)
    if found is None or found.credential_id != credential_id:
        raise UnknownFileImport(f"There is no import {import_id}.")
    return found


def list_file_imports(tx: ReadTx, *, before: int | None = None, limit: int = 50) -> list[FileImport]:
    """The newest first, whoever handed them in; those older than the import `before`, if it is given."""
    return sql.newest(tx, before, limit)
