"""`column IN (a list)` with the list as one parameter, so that the statement is the same for lists of any length."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class IdList(sa.types.TypeDecorator[list[int]]):
    """Whole numbers as one parameter: an array on PostgreSQL, JSON text on SQLite."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        array = sa.ARRAY(sa.BigInteger) if dialect.name == "postgresql" else sa.Text()
        return dialect.type_descriptor(array)

    def process_bind_param(self, value: list[int] | None, dialect: sa.Dialect) -> Any:  # noqa: ANN401 - of the driver
        return value if dialect.name == "postgresql" or value is None else f"[{','.join(map(str, value))}]"


class _Among(sa.ColumnElement[bool]):
    type = sa.Boolean()
    # Or SQLAlchemy would write `= 1` behind it for SQLite, which then looks at every row of the table.
    _is_implicitly_boolean = True

    def __init__(self, column: sa.ColumnElement[int], ids: sa.BindParameter[list[int]]) -> None:
        self.column = column
        self.ids = ids


def among(column: sa.ColumnElement[int], name: str) -> sa.ColumnElement[bool]:
    """Whether `column` is one of the list that is bound as `name`."""
    return _Among(column, sa.bindparam(name, type_=IdList()))


@compiles(_Among, "sqlite")
def _among_in_sqlite(among_: _Among, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as it comes
    column, ids = (compiler.process(each, **options) for each in (among_.column, among_.ids))
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - both are names, made here


@compiles(_Among, "postgresql")
def _among_in_postgresql(among_: _Among, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - as it comes
    column, ids = (compiler.process(each, **options) for each in (among_.column, among_.ids))
    return f"{column} = ANY({ids})"
