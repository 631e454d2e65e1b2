"""A limit does what it says, on both engines, and costs SQLite no second plan."""

import pytest
import sqlalchemy as sa

from partscounter.database import Database
from partscounter.database.prepared import Prepared

_NUMBERS = sa.union_all(*(sa.select(sa.literal_column(str(n), sa.Integer).label("n")) for n in range(1, 6))).subquery()
_ALL = sa.select(_NUMBERS.c.n).order_by(_NUMBERS.c.n)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (_ALL.limit(2), [1, 2]),
        (_ALL.limit(2).offset(1), [2, 3]),
        (_ALL.offset(3), [4, 5]),
        (_ALL.limit(0), []),
    ],
)
def test_a_limit_counts_the_rows(database: Database, query: sa.Select[int], expected: list[int]) -> None:
    with database.read() as tx:
        assert [n for (n,) in tx.connection.execute(query)] == expected
        assert [n for (n,) in Prepared(query).rows(tx)] == expected


def test_sqlite_is_not_shown_the_limit(sqlite_database: Database) -> None:
    with sqlite_database.read() as tx:
        assert str(_ALL.limit(2).offset(1).compile(tx.connection)).endswith("LIMIT ? + 0 OFFSET ? + 0")
