"""Rows that come in one text are the rows that come one by one."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.database.among import among
from partscounter.database.metadata import Amount
from partscounter.database.packed import Packed
from partscounter.database.prepared import Prepared
from partscounter.database.tables import events
from tests.make.events import make_actor

CLERK = make_actor()
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
INSERT = Prepared(sa.insert(events), ("occurred_at", "kind", "subject", "data", "actor", "door"))
TEXTS = (
    "",
    'a "quoted" \\ word',
    "],[1",
    "line\nfeed\ttab\r\x01\x1f\x7f",
    "Röhre, 油圧 \N{PERSONAL COMPUTER} \u2028",
    "null",
)
CENTS = (events.c.id * 1999).op("+", return_type=Amount())(0).label("cents")
COLUMNS = [events.c.data, events.c.occurred_at, CENTS, events.c.kind, events.c.id]
CHOSEN = among(events.c.id, "ids")
ORDER = [events.c.kind.desc(), events.c.id]


def insert_texts(tx: WriteTx) -> None:
    for at, text in enumerate(TEXTS):
        data = {"text": text, "more": [at, None, 0.1, {"é": True}]} if at else {}
        moment = NOON + timedelta(microseconds=at)
        INSERT.run(tx, occurred_at=moment, kind=text, subject="s", data=data, actor="a", door="d")


def test_they_have_the_values_types_and_order_of_rows(database: Database) -> None:
    database.write(CLERK, insert_texts)
    packed = Packed(COLUMNS, CHOSEN, order_by=ORDER)
    rows = Prepared(sa.select(*COLUMNS).where(CHOSEN).order_by(*ORDER))

    ids = [2, 6, 3, 1, 4, 5, 99]
    with database.read() as tx:
        expected = rows.rows(tx, ids=ids)
        found = packed.columns(tx, ids=ids)

    assert [tuple(row) for row in zip(*found, strict=True)] == expected
    assert {row[3]: (row[0], row[1], row[4]) for row in expected}["],[1"] == (
        {"text": "],[1", "more": [2, None, 0.1, {"é": True}]},
        NOON + timedelta(microseconds=2),
        3,
    )


def test_without_a_row_there_is_no_column(database: Database) -> None:
    packed = Packed([events.c.id, events.c.data], CHOSEN, order_by=[events.c.id])

    with database.read() as tx:
        assert packed.columns(tx, ids=[]) == []
        assert packed.columns(tx, ids=[1]) == []


def test_a_document_that_is_not_there_is_none(database: Database) -> None:
    database.write(CLERK, insert_texts)
    none = sa.case((events.c.id > 1, events.c.data), else_=sa.null())
    packed = Packed([events.c.id, sa.type_coerce(none, sa.JSON)], CHOSEN, order_by=[events.c.id])

    with database.read() as tx:
        ids, documents = packed.columns(tx, ids=[1, 2])

    assert (list(ids), documents[0], documents[1]["text"]) == ([1, 2], None, TEXTS[1])


@pytest.mark.parametrize("type_", [sa.Float(), sa.LargeBinary()])
def test_what_json_does_not_hold_exactly_is_refused(type_: sa.types.TypeEngine[object]) -> None:
    with pytest.raises(TypeError, match="floats and bytes cannot be packed"):
        Packed([events.c.id, sa.column("x", type_)], order_by=[events.c.id])
