"""A remembered row is never out of date: it is read each time, and only its value is kept."""

import sqlalchemy as sa

from partscounter.database import Database
from partscounter.database.prepared import Prepared
from partscounter.database.remembered import MOST_KEPT, Remembered
from partscounter.database.statement_text import Row
from partscounter.database.tables import events
from tests.make.events import Happened, make_actor

CLERK = make_actor()
QUERY = sa.select(events.c.subject, events.c.data).where(events.c.id == sa.bindparam("id"))


def test_the_value_is_that_of_the_row_as_it_is_now(database: Database) -> None:
    made: list[Row] = []
    row = Remembered(Prepared(QUERY), lambda cells: made.append(cells) or cells)
    id_ = database.write(CLERK, lambda tx: tx.emit(Happened("thing:1", {"a": [1]})))

    with database.read() as tx:
        assert [row.find(tx, id=id_) for _ in range(2)] == [("thing:1", {"a": [1]})] * 2
        assert row.find(tx, id=id_ + 1) is None
    database.write(CLERK, lambda tx: tx.connection.execute(sa.update(events).values(subject="thing:2")))
    with database.read() as tx:
        assert row.find(tx, id=id_) == ("thing:2", {"a": [1]})


def test_the_memory_is_bounded(sqlite_database: Database) -> None:
    number = Remembered(Prepared(sa.select(sa.bindparam("n", type_=sa.Integer).label("n"))), lambda row: row[0])

    with sqlite_database.read() as tx:
        assert [number.find(tx, n=n) for n in range(MOST_KEPT + 5)] == list(range(MOST_KEPT + 5))
    assert len(number._known) == 5
