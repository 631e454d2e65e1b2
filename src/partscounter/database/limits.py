"""How many rows at most, said so that SQLite need not plan the statement again each time.

It looks at the value that is bound to a bare `LIMIT ?`, and so drops its plan whenever one is bound: finding one order
by its number took three times as long. It does not look into an expression.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler


class PlannedOnce(SQLiteCompiler):
    """Writes `LIMIT ? + 0`."""

    def limit_clause(self, select: sa.GenerativeSelect, **options: Any) -> str:  # noqa: ANN401 - as it comes
        """The end of a statement, with both numbers where one is given."""
        limit, offset = select._limit_clause, select._offset_clause  # noqa: SLF001 - as every dialect does
        text = "\n LIMIT -1" if limit is None else f"\n LIMIT {self.process(limit, **options)} + 0"
        return text if offset is None else f"{text} OFFSET {self.process(offset, **options)} + 0"
