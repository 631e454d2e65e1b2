"""SQL of imports that were handed in."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.tables import file_imports
from partscounter.kit.refusal import Violation

_COLUMNS = [file_imports.c[field.name] for field in fields(FileImport)]


def _file_import(row: sa.RowMapping) -> FileImport:
    violations = tuple(Violation(place, issue) for place, issue in row["violations"])
    typed = {"kind": FileKind(row["kind"]), "state": State(row["state"]), "violations": violations}
    return FileImport(**{**row, **typed})


def insert(tx: WriteTx, values: Mapping[str, Any]) -> int | None:
    """The new row's id; None, and nothing changed, if the credential has one with that repeat key."""
    dialect = postgresql.insert if tx.connection.dialect.name == "postgresql" else sqlite.insert
    statement = dialect(file_imports).on_conflict_do_nothing(index_elements=["credential_id", "repeat_key"])
    new: int | None = tx.connection.scalar(statement.returning(file_imports.c.id), values)
    return new


def find_repeat(tx: ReadTx, credential_id: int, repeat_key: str) -> tuple[FileImport, str] | None:
    """The import with that key, and its digest."""
    conditions = (file_imports.c.credential_id == credential_id, file_imports.c.repeat_key == repeat_key)
    query = sa.select(*_COLUMNS, file_imports.c.digest).where(*conditions)
    row = tx.connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    values = dict(row)
    digest: str = values.pop("digest")
    return _file_import(values), digest  # type: ignore[arg-type]  # a row without one of its columns


def find(tx: ReadTx, import_id: int) -> FileImport | None:
    query = sa.select(*_COLUMNS).where(file_imports.c.id == import_id)
    row = tx.connection.execute(query).mappings().one_or_none()
    return None if row is None else _file_import(row)


def newest(tx: ReadTx, before: int | None, limit: int) -> list[FileImport]:
    query = sa.select(*_COLUMNS).order_by(file_imports.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(file_imports.c.id < before)
    return [_file_import(row) for row in tx.connection.execute(query).mappings()]


def start(tx: WriteTx, import_id: int) -> bool:
    """Whether it had not ended yet. One that is running is started again."""
    open_states = file_imports.c.state.in_([State.WAITING, State.RUNNING])
    started = {"state": State.RUNNING, "started_at": sa.func.coalesce(file_imports.c.started_at, _now(tx))}
    update = sa.update(file_imports).where(file_imports.c.id == import_id, open_states).values(**started)
    return tx.connection.execute(update).rowcount == 1


def end(tx: WriteTx, import_id: int, **values: object) -> bool:
    """Whether it had not ended yet. A key that was made of the file may then come again."""
    open_states = file_imports.c.state.in_([State.WAITING, State.RUNNING])
    kept_key = sa.case((file_imports.c.repeat_key.startswith("key:"), file_imports.c.repeat_key), else_=sa.null())
    update = sa.update(file_imports).where(file_imports.c.id == import_id, open_states)
    ended = update.values(**values, ended_at=tx.now, repeat_key=kept_key)
    return tx.connection.execute(ended).rowcount == 1


def _now(tx: WriteTx) -> sa.BindParameter[Any]:
    return sa.literal(tx.now, file_imports.c.started_at.type)
