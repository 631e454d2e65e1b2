"""A prepared statement keeps SQLAlchemy's promises: types, transaction, exceptions."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import sqlalchemy as sa

from partscounter.database import Database, ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.metadata import Amount
from partscounter.database.prepared import Prepared, PreparedInsert
from partscounter.database.tables import events
from tests.make.events import make_actor

CLERK = make_actor()
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
COLUMNS = ("occurred_at", "kind", "subject", "data", "actor", "door")
INSERT = PreparedInsert(sa.insert(events), COLUMNS)
KINDS = Prepared(sa.select(events.c.kind).order_by(events.c.id))


def insert(tx: WriteTx, kind: str = "k", at: datetime = NOON) -> int:
    return INSERT.id_of(tx, occurred_at=at, kind=kind, subject="s", data={"a": [1, "é"]}, actor="a", door="d")


def kinds(tx: ReadTx) -> list[str]:
    return [kind for (kind,) in KINDS.rows(tx)]


def test_values_go_in_and_come_out_in_the_types_of_their_columns(database: Database) -> None:
    id_ = database.write(CLERK, lambda tx: insert(tx, at=NOON.astimezone(timezone(timedelta(hours=5)))))

    query = Prepared(sa.select(events.c.occurred_at, events.c.data).where(events.c.id == sa.bindparam("id")))
    with database.read() as tx:
        assert query.row(tx, id=id_) == (NOON, {"a": [1, "é"]})
        assert query.row(tx, id=id_ + 1) is None


def test_what_stands_in_the_statement_goes_in_in_its_type_too(database: Database) -> None:
    id_ = database.write(CLERK, insert)

    query = Prepared(sa.select(events.c.data["a"][1].as_string()).where(events.c.occurred_at == NOON))
    with database.read() as tx:
        assert (id_, query.rows(tx)) == (1, [("é",)])


def test_many_rows_are_as_few_and_as_columns(database: Database) -> None:
    moments = [NOON + timedelta(minutes=minute) for minute in range(40)]
    database.write(CLERK, lambda tx: [insert(tx, f"k{at.minute}", at) for at in moments])

    query = Prepared(
        sa.select(events.c.kind, events.c.occurred_at, events.c.data)
        .where(events.c.id > sa.bindparam("after"))
        .order_by(events.c.id)
    )
    expected = [(f"k{at.minute}", at, {"a": [1, "é"]}) for at in moments]
    with database.read() as tx:
        assert query.rows(tx, after=0) == expected
        assert query.rows(tx, after=38) == expected[38:]
        assert [list(column) for column in query.columns(tx, after=0)] == [
            list(cells) for cells in zip(*expected, strict=True)
        ]
        assert query.columns(tx, after=40) == []
        assert query.rows(tx, after=40) == []


def test_money_is_read_exactly(database: Database) -> None:
    query = Prepared(
        sa.select(sa.cast(sa.bindparam("cents"), sa.BigInteger).label("x").op("+", return_type=Amount())(0))
    )

    with database.read() as tx:
        assert query.row(tx, cents=1999) == (Decimal("19.99"),)


def test_a_read_by_prepared_statements_alone_sees_one_moment(database: Database) -> None:
    with database.read() as tx:
        assert kinds(tx) == []

        database.write(CLERK, insert)

        assert kinds(tx) == []


def test_prepared_and_other_statements_share_the_transaction(database: Database) -> None:
    def insert_and_fail(tx: WriteTx) -> None:
        insert(tx)
        assert tx.connection.scalar(sa.select(sa.func.count()).select_from(events)) == 1
        raise LookupError

    with pytest.raises(LookupError):
        database.write(CLERK, insert_and_fail)

    with database.read() as tx:
        assert kinds(tx) == []


def test_a_broken_constraint_raises_what_sqlalchemy_raises_and_tells_no_value(database: Database) -> None:
    id_ = database.write(CLERK, lambda tx: insert(tx, kind="private"))
    again = Prepared(sa.insert(events), ("id", *COLUMNS))
    values = {"occurred_at": NOON, "kind": "private", "subject": "s", "data": {}, "actor": "a", "door": "d"}

    with pytest.raises(sa.exc.IntegrityError) as raised:
        database.write(CLERK, lambda tx: again.run(tx, id=id_, **values))

    assert "private" not in str(raised.value)
    with database.read() as tx:
        assert kinds(tx) == ["private"]


def test_many_rows_are_changed_in_one_call(database: Database) -> None:
    ids = [database.write(CLERK, insert) for _ in range(3)]
    at = sa.bindparam("at", type_=events.c.occurred_at.type)
    change = sa.update(events).where(events.c.id == sa.bindparam("event"))
    rename = Prepared(change.values(kind=sa.bindparam("new"), occurred_at=at))

    rows = [(id_, f"k{id_}") for id_ in ids[1:]]
    database.write(CLERK, lambda tx: rename.run_many(tx, ("event", "new"), rows, at=NOON + timedelta(hours=1)))

    found = Prepared(sa.select(events.c.kind, events.c.occurred_at).order_by(events.c.id))
    with database.read() as tx:
        assert found.rows(tx) == [("k", NOON), *((f"k{id_}", NOON + timedelta(hours=1)) for id_ in ids[1:])]


def test_what_differs_from_row_to_row_is_stored_in_the_types_of_its_columns(database: Database) -> None:
    ids = [database.write(CLERK, insert) for _ in range(2)]
    at = sa.bindparam("at", type_=events.c.occurred_at.type)
    change = Prepared(sa.update(events).where(events.c.id == sa.bindparam("event")).values(occurred_at=at))

    rows = [(NOON + timedelta(hours=hours), id_) for hours, id_ in enumerate(ids)]
    database.write(CLERK, lambda tx: change.run_many(tx, ("at", "event"), rows))

    found = Prepared(sa.select(events.c.occurred_at).order_by(events.c.id))
    with database.read() as tx:
        assert found.rows(tx) == [(NOON,), (NOON + timedelta(hours=1),)]


@pytest.mark.parametrize("wanted", [[], [1], [3, 1, 9]])
def test_a_list_is_one_parameter(database: Database, wanted: list[int]) -> None:
    ids = [database.write(CLERK, insert) for _ in range(3)]
    query = Prepared(sa.select(events.c.id).where(among(events.c.id, "ids")).order_by(events.c.id))

    with database.read() as tx:
        assert [id_ for (id_,) in query.rows(tx, ids=wanted)] == [id_ for id_ in ids if id_ in wanted]


def test_a_list_of_ids_is_looked_up_and_not_searched_for_in_the_whole_table(sqlite_database: Database) -> None:
    query = sa.select(events.c.kind).where(among(events.c.id, "ids"))

    with sqlite_database.read() as tx:
        plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query.compile(tx.connection)}", ("[1,2]",))
        told = [row[-1] for row in plan]

    assert told[0] == "SEARCH events USING INTEGER PRIMARY KEY (rowid=?)"
