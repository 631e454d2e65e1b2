"""Finding imports that were handed in."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.file_imports import store as sql
from partscounter.domain.file_imports.errors import UnknownFileImport
from partscounter.domain.file_imports.file_import import FileImport
from partscounter.domain.file_imports.undo_of import Undo


@dataclass(frozen=True, slots=True)
class Givers:
    """Those whose imports somebody may see, by id."""

    credentials: Collection[int]
    accounts: Collection[int]

    def include(self, each: FileImport) -> bool:
        """Whether one of them handed it in."""
        return each.credential_id in self.credentials or each.account_id in self.accounts


def find_file_import(tx: ReadTx, import_id: int) -> FileImport | None:
    """By its id, whoever handed it in."""
    return sql.find(tx, import_id)


def get_any_import(tx: ReadTx, import_id: int) -> FileImport:
    """The same; refuses with UnknownFileImport."""
    found = sql.find(tx, import_id)
    if found is None:
        raise UnknownFileImport(f"There is no import {import_id}.")
    return found


def get_file_import(tx: ReadTx, import_id: int, credential_id: int) -> FileImport:
    """By its id, for who handed it in; refuses with UnknownFileImport."""
    found = sql.find(tx, import_id)
    if found is None or found.credential_id != credential_id:
        raise UnknownFileImport(f"There is no import {import_id}.")
    return found


def list_file_imports(
    tx: ReadTx, *, before: int | None = None, limit: int = 50, givers: Givers | None = None
) -> list[FileImport]:
    """The newest first, of `givers` or whoever handed them in; those older than the import `before`, if it is given."""
    return sql.newest(tx, before, limit, None if givers is None else (givers.credentials, givers.accounts))


def find_carried_out(tx: ReadTx, plan_id: int) -> FileImport | None:
    """The import that carries out this plan, if one was begun."""
    return sql.find_by_plan(tx, plan_id)


def find_undo(tx: ReadTx, import_id: int) -> Undo | None:
    """That the import was taken back, or is about to be."""
    return sql.find_undo(tx, import_id)
