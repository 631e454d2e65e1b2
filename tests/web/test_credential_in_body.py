"""An endpoint whose credential is in the body: size and type of the body come first, then who sends it."""

import httpx

from partscounter.web.answer import Answer, json_answer
from partscounter.web.api import Api
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, Unauthenticated
from partscounter.web.routes import Endpoint
from tests.make.web import client

ASK_FIRST = {"Expect": "100-continue"}
"""A body that was announced like this has not arrived when the request is looked at."""


def authenticate(incoming: Incoming[str]) -> str:
    if not incoming.body.startswith(b"me:"):
        raise Unauthenticated("Nobody knows you.")
    return incoming.body.decode()


def render(problem: Problem, _: Incoming[str]) -> Answer:
    return json_answer({"kind": problem.kind.value}, problem.kind.status)


def echo(incoming: Incoming[str]) -> Answer:
    return json_answer({"caller": incoming.caller, "body": incoming.body.decode()})


def post(content: bytes, media_type: str = "application/json", **headers: str) -> httpx.Response:
    endpoint = Endpoint("POST", "/x", echo, reads_body=True, credential_in_body=True, media_types=("application/json",))
    api = Api("test", [endpoint], render, challenge="Bearer", authenticate=authenticate, body_limit=20)
    return client(api.asgi).post("/x", content=content, headers={"Content-Type": media_type, **headers})


def test_the_credential_is_found_in_the_body_whenever_that_arrives() -> None:
    for headers in ({}, ASK_FIRST):
        answer = post(b"me:hello", **headers)

        assert (answer.status_code, answer.json()) == (200, {"caller": "me:hello", "body": "me:hello"})


def test_a_wrong_credential_is_challenged() -> None:
    for headers in ({}, ASK_FIRST):
        answer = post(b"you", **headers)

        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_a_body_over_the_limit_or_of_another_type_is_refused_before_its_credential_is_looked_for() -> None:
    for headers in ({}, ASK_FIRST):
        assert post(b"you" * 7, **headers).status_code == 413
        assert post(b"you", "text/plain", **headers).status_code == 415
