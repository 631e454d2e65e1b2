"""Statements that every request runs: made into text once, then handed to the driver without a detour.

SQLAlchemy puts a statement together, looks its text up and wraps its result anew on each call: five to ten times the
work of the driver. A `Prepared` keeps the text and the types' converters and does nothing else; what SQLAlchemy
promises stays true: its types in and out, its transaction, its exceptions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from partscounter.database.metadata import Moment
from partscounter.database.transaction import ReadTx

Convert = Callable[[Any], Any]
Converters = tuple[tuple[int, Convert], ...]
Row = tuple[Any, ...]
Statement = sa.Select[Any] | sa.CompoundSelect[Any] | UpdateBase

_FEW = 5
"""Rows that are converted one by one in less time than by columns."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as one engine takes it."""

    sql: str
    constants: Mapping[str, Any]
    """Values that stand in the statement itself, such as a limit, as the driver takes them."""
    names: tuple[str, ...]
    """Of the parameters, in their order, where the driver takes them by place."""
    place: Callable[[dict[str, Any]], Any]
    """The values under `names`, in that order; elsewhere all of them."""
    to_driver: tuple[tuple[str, Convert], ...]
    from_driver: Converters

    def bind(self, values: dict[str, Any]) -> Row | dict[str, Any]:
        """`values`, which are used up, as the driver takes them."""
        for name, convert in self.to_driver:
            if name in values:
                values[name] = convert(values[name])
        if self.constants:
            values |= self.constants
        placed: Row | dict[str, Any] = self.place(values)
        return placed

    def bind_many(
        self, columns: tuple[str, ...], rows: Iterable[Row], same: dict[str, Any]
    ) -> list[Row] | list[dict[str, Any]]:
        """Each of `rows`, which hold the values of `columns`, with what is the `same` for all."""
        converters = dict(self.to_driver)
        if not converters.keys().isdisjoint(columns):
            as_is: Convert = _as_is
            wanted = [converters.get(name, as_is) for name in columns]
            rows = [tuple([convert(cell) for convert, cell in zip(wanted, row, strict=True)]) for row in rows]
        shared = {name: converters[name](value) if name in converters else value for name, value in same.items()}
        shared |= self.constants
        if not self.names:
            return [dict(zip(columns, row, strict=True)) | shared for row in rows]
        given, rest = (*columns, *shared), tuple(shared.values())
        if given == self.names:
            return [(*row, *rest) for row in rows]
        places = [given.index(name) for name in self.names]
        return [tuple([cells[place] for place in places]) for cells in [(*row, *rest) for row in rows]]

    def read(self, row: Row) -> Row:
        """A row of the driver in the types of the columns."""
        if not self.from_driver:
            return row
        cells = list(row)
        for at, convert in self.from_driver:
            cells[at] = convert(cells[at])
        return tuple(cells)

    def read_columns(self, rows: Iterable[Row]) -> list[Sequence[Any]]:
        """Rows of the driver as columns in their types: a converter is named once for each column, not each cell."""
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        if columns:
            for at, convert in self.from_driver:
                columns[at] = list(map(convert, columns[at]))
        return columns


def _as_is(value: object) -> object:
    return value


class Prepared:
    """A statement whose parameters are named by `bindparam`; an insert has those of its `columns`.

    Lists cannot be bound to `in_`; `among` takes one.
    """

    def __init__(self, statement: Statement, columns: Iterable[str] | None = None) -> None:
        self._statement = statement
        self._columns = None if columns is None else list(columns)
        self._texts: dict[str, _Text] = {}
        _made.append(self)

    def rows(self, tx: ReadTx, **values: Any) -> list[Row]:  # noqa: ANN401 - whatever the columns take
        """Every row that the statement returns."""
        text = self._texts.get(tx.engine) or self._compiled(tx)
        found = self._found(tx, text, values)
        if not text.from_driver:
            return found
        if len(found) < _FEW:
            return [text.read(row) for row in found]
        return list(zip(*text.read_columns(found), strict=True))

    def columns(self, tx: ReadTx, **values: Any) -> list[Sequence[Any]]:  # noqa: ANN401 - whatever the columns take
        """The same by column, for those who make values of many rows; an empty list where there is no row."""
        text = self._texts.get(tx.engine) or self._compiled(tx)
        return text.read_columns(self._found(tx, text, values))

    def row(self, tx: ReadTx, **values: Any) -> Row | None:  # noqa: ANN401 - whatever the columns take
        """The first row; None without one."""
        text = self._texts.get(tx.engine) or self._compiled(tx)
        found = self._found(tx, text, values)
        return text.read(found[0]) if found else None

    def row_of_driver(self, tx: ReadTx, **values: Any) -> Row | None:  # noqa: ANN401 - whatever the columns take
        """The first row as the driver has it, to be given to `read`; None without one."""
        found = self._found(tx, self._texts.get(tx.engine) or self._compiled(tx), values)
        return found[0] if found else None

    def read(self, tx: ReadTx, row: Row) -> Row:
        """A row of the driver in the types of the columns."""
        return self._texts[tx.engine].read(row)

    def converters(self, tx: ReadTx) -> Converters:
        """What makes a cell of the driver one of its column's type, by place; other columns are taken as they come."""
        return (self._texts.get(tx.engine) or self._compiled(tx)).from_driver

    def id_of(self, tx: ReadTx, **values: Any) -> int:  # noqa: ANN401 - whatever the columns take
        """The only column of the only row: for an insert that returns the id of the new row."""
        [(id_,)] = self._found(tx, self._texts.get(tx.engine) or self._compiled(tx), values)
        return int(id_)

    def run(self, tx: ReadTx, **values: Any) -> None:  # noqa: ANN401 - whatever the columns take
        """For a statement that returns nothing."""
        text = self._texts.get(tx.engine) or self._compiled(tx)
        try:
            tx.driver.execute(text.sql, text.bind(values))
        except tx.connection.dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, text.sql, tx) from error

    def run_many(self, tx: ReadTx, columns: tuple[str, ...], rows: Iterable[Row], **same: object) -> None:
        """For each of `rows`, the values of `columns`, with what is the `same` for all, in one call of the driver."""
        text = self._texts.get(tx.engine) or self._compiled(tx)
        bound = text.bind_many(columns, rows, same)
        try:
            tx.driver.cursor().executemany(text.sql, bound)
        except tx.connection.dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, text.sql, tx) from error

    def prepare(self, tx: ReadTx) -> None:
        """Make the text now, so that no request has to; nothing where the statement is another engine's own."""
        if tx.engine not in self._texts and self._statement.stringify_dialect in {"default", tx.engine}:
            self._compiled(tx)

    def _found(self, tx: ReadTx, text: _Text, values: dict[str, Any]) -> list[Row]:
        try:
            found: list[Row] = tx.driver.execute(text.sql, text.bind(values)).fetchall()
        except tx.connection.dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, text.sql, tx) from error
        return found

    def _compiled(self, tx: ReadTx) -> _Text:
        text = self._texts[tx.engine] = _text_of(self._statement, self._columns, tx.connection.dialect)
        return text


_made: list[Prepared] = []


def prepare_all(tx: ReadTx, between: Callable[[], None]) -> None:
    """Make the texts of all statements that there are: each takes a millisecond. `between` is called after each."""
    for statement in tuple(_made):
        statement.prepare(tx)
        between()


def _text_of(statement: Statement, columns: list[str] | None, dialect: sa.Dialect) -> _Text:
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    converters = {name: _to_driver(bind.type, dialect) for name, bind in compiled.binds.items()}
    to_driver = {name: convert for name, convert in converters.items() if convert is not None}
    constants = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    from_driver = [_from_driver(column.type, dialect) for column in _returned(statement)]
    names = tuple(compiled.positiontup or ()) if compiled.positional else ()
    return _Text(
        sql=str(compiled),
        constants={name: to_driver[name](value) if name in to_driver else value for name, value in constants.items()},
        names=names,
        place=_placing(names),
        to_driver=tuple((name, convert) for name, convert in to_driver.items() if name not in constants),
        from_driver=tuple((at, convert) for at, convert in enumerate(from_driver) if convert is not None),
    )


def _placing(names: tuple[str, ...]) -> Callable[[dict[str, Any]], Any]:
    """`_Text.place`; of a single name `itemgetter` would give the bare value."""
    if not names:
        return _as_is
    return itemgetter(*names) if len(names) > 1 else lambda values: (values[names[0]],)


def _to_driver(type_: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Convert | None:
    """SQLAlchemy's converter."""
    return (
        _moment_to_driver(dialect) if isinstance(type_, Moment) else type_.dialect_impl(dialect).bind_processor(dialect)
    )


@lru_cache(maxsize=8)
def _moment_to_driver(dialect: sa.Dialect) -> Convert | None:
    """One for all statements, which remembers: half a dozen of them write the one moment of a request."""
    convert = Moment().dialect_impl(dialect).bind_processor(dialect)
    return convert and lru_cache(maxsize=64)(convert)


def _from_driver(type_: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Convert | None:
    """SQLAlchemy's converter. Both drivers give floats, and for those PostgreSQL's would ask for the driver's type."""
    if isinstance(type_, sa.Float) and not type_.asdecimal:
        return None
    convert = type_.dialect_impl(dialect).result_processor(dialect, None)
    # What came in by one import has one moment: an index is built of millions of such rows.
    return lru_cache(maxsize=64)(convert) if isinstance(type_, Moment) and convert is not None else convert


def _returned(statement: Statement) -> list[Any]:
    return list(statement.exported_columns)


def _wrapped(error: Exception, sql: str, tx: ReadTx) -> BaseException:
    """`error` as SQLAlchemy raises it, without the parameters: they may be personal."""
    dialect = tx.connection.dialect
    base = dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(sql, None, error, base, hide_parameters=True, dialect=dialect)
