"""Statements that every request runs: made into text once, then handed to the driver without a detour.

SQLAlchemy puts a statement together, looks its text up and wraps its result anew on each call: five to ten times the
work of the driver. A `Prepared` keeps the text and the types' converters and does nothing else; what SQLAlchemy
promises stays true: its types in and out, its transaction, its exceptions.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from partscounter.database.statement_text import Converters, Row, Statement, StatementText, text_of
from partscounter.database.transaction import ReadTx

_FEW = 5
"""Rows that are converted one by one in less time than by columns."""


class Prepared:
    """A statement whose parameters are named by `bindparam`; an insert has those of its `columns`.

    Lists cannot be bound to `in_`; `among` takes one.
    """

    def __init__(self, statement: Statement, columns: Iterable[str] | None = None) -> None:
        self._statement = statement
        self._columns = None if columns is None else list(columns)
        self._texts: dict[str, StatementText] = {}
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

    def run(self, tx: ReadTx, **values: Any) -> int:  # noqa: ANN401 - whatever the columns take
        """For a statement that returns nothing: how many rows it wrote."""
        return int(self._run(tx, values).rowcount)

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

    def _found(self, tx: ReadTx, text: StatementText, values: dict[str, Any]) -> list[Row]:
        try:
            found: list[Row] = tx.driver.execute(text.sql, text.bind(values)).fetchall()
        except tx.connection.dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, text.sql, tx) from error
        return found

    def _run(self, tx: ReadTx, values: dict[str, Any]) -> Any:  # noqa: ANN401 - the driver's cursor
        text = self._texts.get(tx.engine) or self._compiled(tx)
        try:
            return tx.driver.execute(text.sql, text.bind(values))
        except tx.connection.dialect.loaded_dbapi.Error as error:
            raise _wrapped(error, text.sql, tx) from error

    def _compiled(self, tx: ReadTx) -> StatementText:
        statement = self._statement_for(tx.engine)
        text = self._texts[tx.engine] = text_of(statement, self._columns, tx.connection.dialect)
        return text

    def _statement_for(self, engine: str) -> Statement:  # noqa: ARG002 - one for all, unless a kind has several
        return self._statement


class PreparedInsert(Prepared):
    """An insert of one row into a table that numbers its rows by a column `id`."""

    def __init__(self, statement: sa.Insert, columns: Iterable[str]) -> None:
        super().__init__(statement, columns)
        self._insert = statement

    def id_of(self, tx: ReadTx, **values: Any) -> int:  # noqa: ANN401 - whatever the columns take
        """Insert the row; its id."""
        cursor = self._run(tx, values)
        # The driver knows it. To return it would take SQLite as long again as the insert.
        return int(cursor.lastrowid if tx.engine == "sqlite" else cursor.fetchone()[0])

    def _statement_for(self, engine: str) -> Statement:
        return self._insert if engine == "sqlite" else self._insert.returning(self._insert.table.c.id)


_made: list[Prepared] = []


def prepare_all(tx: ReadTx, between: Callable[[], None]) -> None:
    """Make the texts of all statements that there are: each takes a millisecond. `between` is called after each."""
    for statement in tuple(_made):
        statement.prepare(tx)
        between()


def _wrapped(error: Exception, sql: str, tx: ReadTx) -> BaseException:
    """`error` as SQLAlchemy raises it, without the parameters: they may be personal."""
    dialect = tx.connection.dialect
    base = dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(sql, None, error, base, hide_parameters=True, dialect=dialect)
