"""SQL of imports that were handed in."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.file_imports.file_import import FileImport, State
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.tables import file_imports, import_undos
from partscounter.domain.file_imports.undo_of import Undo
from partscounter.kit.refusal import Violation

_COLUMNS = [file_imports.c[field.name] for field in fields(FileImport)]


def _file_import(row: sa.RowMapping) -> FileImport:
    violations = tuple(Violation(place, issue) for place, issue in row["violations"])
    typed = {"kind": FileKind(row["kind"]), "state": State(row["state"]), "violations": violations}
    return FileImport(**{**row, **typed})


def insert(tx: WriteTx, values: Mapping[str, Any]) -> int | None:
    """The new row's id; None, and nothing changed, if the credential has one with that repeat key, or the plan one."""
    dialect = postgresql.insert if tx.connection.dialect.name == "postgresql" else sqlite.insert
    statement = dialect(file_imports).on_conflict_do_nothing()
    new: int | None = tx.connection.scalar(statement.returning(file_imports.c.id), values)
    return new


def find_repeat(
    tx: ReadTx, credential_id: int | None, repeat_key: str, plan_id: int | None
) -> tuple[FileImport, str] | None:
    """The import of that plan, or with that key, and its digest."""
    keyed = sa.and_(file_imports.c.credential_id == credential_id, file_imports.c.repeat_key == repeat_key)
    is_repeat = keyed if plan_id is None else file_imports.c.plan_id == plan_id
    query = sa.select(*_COLUMNS, file_imports.c.digest).where(is_repeat)
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


def newest(
    tx: ReadTx, before: int | None, limit: int, givers: tuple[Collection[int], Collection[int]] | None
) -> list[FileImport]:
    """`givers`: of these credentials and these accounts; None for all."""
    query = sa.select(*_COLUMNS).order_by(file_imports.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(file_imports.c.id < before)
    if givers is not None:
        credentials, accounts = givers
        query = query.where(
            sa.or_(file_imports.c.credential_id.in_(credentials), file_imports.c.account_id.in_(accounts))
        )
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


def digest_of(tx: ReadTx, import_id: int) -> str:
    """Of the file and the choices."""
    query = sa.select(file_imports.c.digest).where(file_imports.c.id == import_id)
    digest: str = tx.connection.execute(query).scalar_one()
    return digest


def find_by_plan(tx: ReadTx, plan_id: int) -> FileImport | None:
    row = tx.connection.execute(sa.select(*_COLUMNS).where(file_imports.c.plan_id == plan_id)).mappings().one_or_none()
    return None if row is None else _file_import(row)


def ask_undo(tx: WriteTx, import_id: int) -> bool:
    """Whether nobody had asked before."""
    dialect = postgresql.insert if tx.connection.dialect.name == "postgresql" else sqlite.insert
    insert = dialect(import_undos).on_conflict_do_nothing().returning(import_undos.c.import_id)
    values = {"import_id": import_id, "asked_at": tx.now, "asked_by": tx.actor.name}
    return tx.connection.scalar(insert, values) is not None


def find_undo(tx: ReadTx, import_id: int) -> Undo | None:
    query = sa.select(import_undos.c.asked_at, import_undos.c.asked_by, import_undos.c.ended_at)
    row = tx.connection.execute(query.where(import_undos.c.import_id == import_id)).one_or_none()
    return None if row is None else Undo(*row)


def end_undo(tx: WriteTx, import_id: int) -> bool:
    """Whether it had not ended yet."""
    open_one = (import_undos.c.import_id == import_id, import_undos.c.ended_at.is_(None))
    return tx.connection.execute(sa.update(import_undos).where(*open_one).values(ended_at=tx.now)).rowcount == 1


def _now(tx: WriteTx) -> sa.BindParameter[Any]:
    return sa.literal(tx.now, file_imports.c.started_at.type)
