"""An endpoint that ends in a write: answered once that is durable, by whichever thread, and never before."""

import threading
from functools import partial

import httpx
import pytest

from partscounter.database import Database, ReadTx, WriteTx
from partscounter.database.log import events_after
from partscounter.kit.refusal import Conflict
from partscounter.web.answer import Answer, json_answer
from partscounter.web.api import Api
from partscounter.web.incoming import Incoming
from partscounter.web.once_written import OnceWritten
from partscounter.web.problems import Problem
from partscounter.web.routes import Endpoint
from tests.make.events import Happened, make_actor
from tests.make.web import client

LARGE = b"x" * (64 * 1024 + 1)


def render(problem: Problem, _: Incoming[str]) -> Answer:
    return json_answer({"kind": problem.kind.value}, problem.kind.status)


def note(tx: WriteTx, subject: str) -> str:
    tx.emit(Happened(subject))
    if subject == "wrong":
        raise Conflict("It is wrong.")
    return subject


def subjects(tx: ReadTx) -> list[str]:
    return [event.subject for event in events_after(tx, 0, None, 100)]


def post(database: Database, content: bytes, *, brief: bool, threads: list[int] | None = None) -> httpx.Response:
    def handle(incoming: Incoming[str]) -> OnceWritten[str]:
        if threads is not None:
            threads.append(threading.get_ident())
        subject = incoming.body[:10].decode()
        return OnceWritten(database, make_actor(), partial(note, subject=subject), lambda told: json_answer(told, 201))

    endpoint = Endpoint("POST", "/x", handle, authenticated=False, reads_body=True, is_brief=brief)
    return client(Api("test", [endpoint], render, challenge="Bearer").asgi).post("/x", content=content)


@pytest.mark.parametrize("brief", [True, False])
def test_the_answer_is_made_of_what_was_written(sqlite_database: Database, brief: bool) -> None:
    answer = post(sqlite_database, b"thing:1", brief=brief)

    assert (answer.status_code, answer.json()) == (201, "thing:1")
    with sqlite_database.read() as tx:
        assert subjects(tx) == ["thing:1"]


@pytest.mark.parametrize("brief", [True, False])
def test_a_verb_that_refuses_is_answered_as_a_problem_and_changes_nothing(
    sqlite_database: Database, brief: bool
) -> None:
    answer = post(sqlite_database, b"wrong", brief=brief)

    assert (answer.status_code, answer.json()) == (409, {"kind": "conflict"})
    with sqlite_database.read() as tx:
        assert subjects(tx) == []


@pytest.mark.parametrize("brief", [True, False])
def test_a_closed_database_is_a_failure_and_not_an_answer(sqlite_database: Database, brief: bool) -> None:
    sqlite_database.close()

    assert post(sqlite_database, b"thing:1", brief=brief).status_code == 500


def test_only_what_is_brief_runs_on_the_event_loop_and_no_large_body_does(sqlite_database: Database) -> None:
    here = threading.get_ident()  # the client runs its event loop in this thread
    on_loop, in_thread, large = [], [], []

    post(sqlite_database, b"thing:1", brief=True, threads=on_loop)
    post(sqlite_database, b"thing:1", brief=False, threads=in_thread)
    answer = post(sqlite_database, LARGE, brief=True, threads=large)

    assert answer.status_code == 201
    assert [on_loop == [here], in_thread == [here], large == [here]] == [True, False, False]
