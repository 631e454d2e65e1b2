"""Statements that every request runs: made into text once, then handed to the driver without a detour.

SQLAlchemy puts a statement together, looks its text up and wraps its result anew on each call: five to ten times the
work of the driver. A `Prepared` keeps the text and the types' converters and does nothing else; what SQLAlchemy
promises stays true: its types in and out, its transaction, its exceptions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from partscounter.database.metadata import Moment
from partscounter.database.transaction import ReadTx

Convert = Callable[[Any], Any]
Row = tuple[Any, ...]
Statement = sa.Select[Any] | sa.CompoundSelect[Any] | UpdateBase


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as one engine takes it."""

    sql: str
    constants: Mapping[str, Any]
    """Values that stand in the statement itself, such as a limit."""
    names: tuple[str, ...]
    positional: bool
    to_driver: tuple[tuple[str, Convert], ...]
    from_driver: tuple[tuple[int, Convert], ...]

    def bind(self, values: Mapping[str, Any]) -> Row | dict[str, Any]:
        """`values` as the driver takes them."""
        return self._in_order(self._converted({**self.constants, **values}))

    def bind_many(self, rows: Iterable[Mapping[str, Any]], same: Mapping[str, Any]) -> list[Row | dict[str, Any]]:
        """Each of `rows` with what is the `same` for all, which is converted once."""
        shared = self._converted({**self.constants, **same})
        return [self._in_order(shared | self._converted(dict(row))) for row in rows]

    def _converted(self, values: dict[str, Any]) -> dict[str, Any]:
        for name, convert in self.to_driver:
            if name in values:
                values[name] = convert(values[name])
        return values

    def _in_order(self, values: dict[str, Any]) -> Row | dict[str, Any]:
        return tuple([values[name] for name in self.names]) if self.positional else values

    def read(self, row: Row) -> Row:
        """A row of the driver in the types of the columns."""
        if not self.from_driver:
            return row
        cells = list(row)
        for at, convert in self.from_driver:
            cells[at] = convert(cells[at])
        return tuple(cells)


class Prepared:
    """A statement whose parameters are named by `bindparam`; an insert has those of its `columns`.

    Lists cannot be bound to `in_`; `among` takes one.
    """

    def __init__(self, statement: Statement, columns: Iterable[str] | None = None) -> None:
        self._statement = statement
        self._columns = None if columns is None else list(columns)
        self._texts: dict[str, _Text] = {}

    def rows(self, tx: ReadTx, **values: object) -> list[Row]:
        """Every row that the statement returns."""
        text = self._text(tx)
        found: list[Row] = self._run(tx, lambda driver: driver.execute(text.sql, text.bind(values)).fetchall())
        return [text.read(row) for row in found] if text.from_driver else found

    def row(self, tx: ReadTx, **values: object) -> Row | None:
        """The first row; None without one."""
        found = self.rows(tx, **values)
        return found[0] if found else None

    def id_of(self, tx: ReadTx, **values: object) -> int:
        """The only column of the only row: for an insert that returns the id of the new row."""
        [(id_,)] = self.rows(tx, **values)
        return int(id_)

    def run(self, tx: ReadTx, **values: object) -> None:
        """For a statement that returns nothing."""
        text = self._text(tx)
        self._run(tx, lambda driver: driver.execute(text.sql, text.bind(values)))

    def run_many(self, tx: ReadTx, rows: Iterable[Mapping[str, object]], **same: object) -> None:
        """For each of `rows`, with what is the `same` for all of them, in one call of the driver."""
        text = self._text(tx)
        bound = text.bind_many(rows, same)
        self._run(tx, lambda driver: driver.cursor().executemany(text.sql, bound))

    def _run(self, tx: ReadTx, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever the driver returns
        dialect = tx.connection.dialect
        try:
            return work(tx.connection.connection.driver_connection)
        except dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, self._text(tx).sql, dialect) from error

    def _text(self, tx: ReadTx) -> _Text:
        dialect = tx.connection.dialect
        text = self._texts.get(dialect.name)
        if text is None:
            text = self._texts[dialect.name] = _text_of(self._statement, self._columns, dialect)
        return text


def _text_of(statement: Statement, columns: list[str] | None, dialect: sa.Dialect) -> _Text:
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    to_driver = {name: _to_driver(bind.type, dialect) for name, bind in compiled.binds.items()}
    from_driver = [_from_driver(column.type, dialect) for column in _returned(statement)]
    return _Text(
        sql=str(compiled),
        constants={name: bind.value for name, bind in compiled.binds.items() if not bind.required},
        names=tuple(compiled.positiontup or ()),
        positional=compiled.positional,
        to_driver=tuple((name, convert) for name, convert in to_driver.items() if convert is not None),
        from_driver=tuple((at, convert) for at, convert in enumerate(from_driver) if convert is not None),
    )


def _to_driver(type_: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Convert | None:
    """SQLAlchemy's converter; that of moments remembers, since a request writes the same one half a dozen times."""
    convert = type_.dialect_impl(dialect).bind_processor(dialect)
    return lru_cache(maxsize=64)(convert) if isinstance(type_, Moment) and convert is not None else convert


def _from_driver(type_: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Convert | None:
    """SQLAlchemy's converter. Both drivers give floats, and for those PostgreSQL's would ask for the driver's type."""
    if isinstance(type_, sa.Float) and not type_.asdecimal:
        return None
    convert = type_.dialect_impl(dialect).result_processor(dialect, None)
    # What came in by one import has one moment: an index is built of millions of such rows.
    return lru_cache(maxsize=64)(convert) if isinstance(type_, Moment) and convert is not None else convert


def _returned(statement: Statement) -> list[Any]:
    return list(statement.exported_columns)


def _wrapped(error: Exception, sql: str, dialect: sa.Dialect) -> BaseException:
    """`error` as SQLAlchemy raises it, without the parameters: they may be personal."""
    base = dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(sql, None, error, base, hide_parameters=True, dialect=dialect)
