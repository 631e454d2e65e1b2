"""The first requests of a process find everything ready that takes time to make."""

from typing import NoReturn

import pytest

from partscounter.cli.warm_up import warm_up
from partscounter.database import Database, prepared
from partscounter.database.statement_text import Statement
from partscounter.kit.clock import FixedClock
from tests.make.app import make_app
from tests.make.logs import captured_log
from tests.make.order_export import NEW_ORDERS, open_door


def forget_texts(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """As in a new process; the statements that are put together from now on."""
    for statement in prepared._made:
        monkeypatch.setattr(statement, "_texts", {})
    made: list[object] = []
    make = prepared.text_of

    def counted(statement: Statement, columns: list[str] | None, dialect: object) -> object:
        made.append(statement)
        return make(statement, columns, dialect)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(prepared, "text_of", counted)
    return made


def test_the_first_download_puts_no_statement_together(
    database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = open_door(database, clock)
    door.place(number="X-1")
    made = forget_texts(monkeypatch)

    warm_up([make_app(database, clock)])
    prepared_before = len(made)
    answer = door.client.get(NEW_ORDERS)

    assert prepared_before > 0
    assert [order["order_number"] for order in answer.json()["data"]] == ["X-1"]
    assert len(made) == prepared_before


def test_what_cannot_be_read_is_told_and_left_to_the_requests(
    sqlite_database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read() -> NoReturn:
        raise OSError("the disk is gone")

    app = make_app(sqlite_database, clock)
    monkeypatch.setattr(sqlite_database, "read", read)
    with captured_log() as log:
        warm_up([app])

    [line] = log.getvalue().splitlines()
    assert "The first requests will be slow." in line
    assert "the disk is gone" in line
