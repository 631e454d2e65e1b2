"""A statement as one engine takes it: its text, and what turns values into the driver's and back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.dml import UpdateBase

from partscounter.database.metadata import Moment

Convert = Callable[[Any], Any]
Converters = tuple[tuple[int, Convert], ...]
Row = tuple[Any, ...]
Statement = sa.Select[Any] | sa.CompoundSelect[Any] | UpdateBase


@dataclass(frozen=True, slots=True)
class StatementText:
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


def text_of(statement: Statement, columns: list[str] | None, dialect: sa.Dialect) -> StatementText:
    """`statement` as the engine of `dialect` takes it; an insert has the values of `columns`."""
    compiled: Any = statement.compile(dialect=dialect, column_keys=columns)
    converters = {name: _to_driver(bind.type, dialect) for name, bind in compiled.binds.items()}
    to_driver = {name: convert for name, convert in converters.items() if convert is not None}
    constants = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    from_driver = [_from_driver(column.type, dialect) for column in _returned(statement)]
    names = tuple(compiled.positiontup or ()) if compiled.positional else ()
    return StatementText(
        sql=str(compiled),
        constants={name: to_driver[name](value) if name in to_driver else value for name, value in constants.items()},
        names=names,
        place=_placing(names),
        to_driver=tuple((name, convert) for name, convert in to_driver.items() if name not in constants),
        from_driver=tuple((at, convert) for at, convert in enumerate(from_driver) if convert is not None),
    )


def _placing(names: tuple[str, ...]) -> Callable[[dict[str, Any]], Any]:
    """`StatementText.place`; of a single name `itemgetter` would give the bare value."""
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
