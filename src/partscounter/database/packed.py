"""Many rows in one text: on SQLite an export reads them so in two thirds of the time.

SQLite's driver takes and lets go of a lock for every cell, and of the interpreter for every row. A single JSON text of
all rows is made by SQLite without either, and read by Python's parser in one go.
"""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from partscounter.database.prepared import Prepared
from partscounter.database.statement_text import Converters
from partscounter.database.transaction import ReadTx

_INEXACT = (sa.Float, sa.LargeBinary)
"""What JSON cannot hold, or not to the last digit."""


class Packed:
    """A select whose parameters are named by `bindparam`, read by column; all its rows are in memory at once.

    On PostgreSQL it is read as any other. Raises TypeError for columns of floats or bytes.
    """

    def __init__(
        self,
        columns: Sequence[sa.ColumnElement[Any]],
        *where: sa.ColumnElement[bool],
        order_by: Sequence[sa.ColumnElement[Any]],
    ) -> None:
        if any(isinstance(column.type, _INEXACT) for column in columns):
            raise TypeError("floats and bytes cannot be packed")
        documents = [at for at, column in enumerate(columns) if isinstance(column.type, sa.JSON)]
        cells = [at for at in range(len(columns)) if at not in documents]
        self._documents = frozenset(documents)
        self._places = [(*cells, *documents).index(at) for at in range(len(columns))]
        """Where a row of the text, its cells followed by its documents, has each of the columns."""
        self._rows = Prepared(sa.select(*columns).where(*where).order_by(*order_by))
        text = _text([columns[at] for at in cells], [columns[at] for at in documents], order_by)
        self._text = Prepared(sa.select(text).where(*where))

    def columns(self, tx: ReadTx, **values: Any) -> list[Sequence[Any]]:  # noqa: ANN401 - whatever the columns take
        """The rows by column, in the types of the columns; an empty list where there is no row."""
        if tx.engine != "sqlite":
            return self._rows.columns(tx, **values)
        converters = self._rows.converters(tx)  # also where there is no row: then they are ready for the next time
        [text] = self._text.row(tx, **values) or [None]
        return [] if text is None else self._read(text, converters)

    def _read(self, text: str, converters: Converters) -> list[Sequence[Any]]:
        width = 1 + len(self._documents)
        read = json.loads(f"[{text}]")
        found: list[Sequence[Any]] = list(zip(*read[::width], strict=True))
        found += [read[at::width] for at in range(1, width)]
        columns = [found[place] for place in self._places]
        for at, convert in converters:
            if at not in self._documents:
                columns[at] = list(map(convert, columns[at]))
        return columns


def _text(
    cells: Sequence[sa.ColumnElement[Any]],
    documents: Sequence[sa.ColumnElement[Any]],
    order_by: Sequence[sa.ColumnElement[Any]],
) -> sa.ColumnElement[str]:
    """An array of each row's cells and its documents as they are stored, one after the other; null without a row."""
    comma, null = sa.literal_column("','", sa.Text), sa.literal_column("'null'", sa.Text)
    row: sa.ColumnElement[str] = sa.type_coerce(sa.func.json_array(*cells), sa.Text)
    for document in documents:
        row = row.concat(comma).concat(sa.func.coalesce(sa.type_coerce(document, sa.Text), null))
    return sa.func.group_concat(row, comma).aggregate_order_by(*order_by)
