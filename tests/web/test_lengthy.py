"""A brief endpoint that reads no body: on the event loop where that takes no time, else in a thread."""

import threading

import pytest

from partscounter.web.answer import Answer, json_answer
from partscounter.web.api import Api
from partscounter.web.incoming import Incoming
from partscounter.web.lengthy import Lengthy
from partscounter.web.problems import Problem, Unauthenticated
from partscounter.web.routes import Endpoint
from tests.make.web import client


def render(problem: Problem, _: Incoming[str]) -> Answer:
    return json_answer({"kind": problem.kind.value}, problem.kind.status)


def where(_: Incoming[str]) -> Answer:
    return json_answer(threading.get_ident())


def lengthy(incoming: Incoming[str]) -> Lengthy:
    return Lengthy(lambda: where(incoming))


def authenticate(incoming: Incoming[str]) -> str:
    name = incoming.headers.get("authorization", "")
    if name not in {"new", "known"}:
        raise Unauthenticated("Who are you?")
    return name


def recognize(incoming: Incoming[str]) -> str | None:
    return "known" if incoming.headers.get("authorization") == "known" else None


def build(*, limited: bool = False, recognizes: bool = True) -> Api[str]:
    endpoints = [
        Endpoint("GET", "/brief", where, is_brief=True),
        Endpoint("GET", "/lengthy", lengthy, is_brief=True),
        Endpoint("GET", "/slow", where),
        Endpoint("GET", "/slow/lengthy", lengthy),
    ]
    return Api(
        "test",
        endpoints,
        render,
        challenge="Basic",
        authenticate=authenticate,
        recognize=recognize if recognizes else None,
        limit=(lambda _: 7.0) if limited else None,
    )


@pytest.mark.parametrize(
    ("path", "caller", "on_loop"),
    [
        ("/brief", "known", True),
        ("/brief", "new", False),
        ("/lengthy", "known", False),
        ("/lengthy", "new", False),
        ("/slow", "known", False),
        ("/slow/lengthy", "known", False),
    ],
)
def test_the_event_loop_serves_only_what_is_brief_of_callers_known_at_once(
    path: str, caller: str, on_loop: bool
) -> None:
    answer = client(build().asgi, authorization=caller).get(path)

    assert (answer.status_code, answer.json() == threading.get_ident()) == (200, on_loop)


def test_without_a_way_to_recognize_all_goes_into_threads() -> None:
    answer = client(build(recognizes=False).asgi, authorization="known").get("/brief")

    assert (answer.status_code, answer.json() == threading.get_ident()) == (200, False)


@pytest.mark.parametrize("caller", ["known", "new"])
def test_on_the_event_loop_the_head_is_judged_as_in_a_thread(caller: str) -> None:
    known = client(build().asgi, authorization=caller)

    assert known.get("/brief?a=%FF").json() == {"kind": "malformed"}
    limited = client(build(limited=True).asgi, authorization=caller).get("/brief")
    assert (limited.status_code, limited.headers["retry-after"]) == (429, "7")
    refused = client(build().asgi, authorization="nobody").get("/brief")
    assert (refused.status_code, refused.json()) == (401, {"kind": "unauthenticated"})
