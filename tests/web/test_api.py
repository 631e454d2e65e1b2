"""One API app: what is answered, and in which order things are judged."""

import io
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from partscounter.kit.refusal import Conflict, Forbidden, Invalid, NotFound, Unavailable, Violation
from partscounter.web.answer import Answer, empty, json_answer, stream
from partscounter.web.api import Api
from partscounter.web.credentials import read_bearer
from partscounter.web.decode import decode
from partscounter.web.exchange import Exchange
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, Unauthenticated
from partscounter.web.routes import Endpoint
from tests.make.web import client

TOKEN = "Bearer dealer-1"


class Recorder:
    """Keeps what observers are told."""

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []
        self.began: list[str] = []

    def started(self, api: str) -> None:
        self.began.append(api)

    def finished(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)


def authenticate(incoming: Incoming[str]) -> str:
    token = read_bearer(incoming.headers.get("authorization"))
    if token == "unlucky":
        raise Forbidden("Not for you.")
    if not token.startswith("dealer-"):
        raise Unauthenticated("The token is unknown.")
    return token


def render(problem: Problem, incoming: Incoming[str]) -> Answer:
    body = {
        "kind": problem.kind.value,
        "message": problem.message,
        "fields": [violation.field for violation in problem.violations],
        "id": incoming.request_id,
    }
    return json_answer(body, problem.kind.status)


def echo(incoming: Incoming[str]) -> Answer:
    return json_answer(
        {
            "values": incoming.path_values,
            "query": incoming.query.pairs,
            "body": incoming.body.decode(),
            "caller": incoming.known_caller,
            "route": incoming.route,
            "base": incoming.base_url,
        }
    )


def refuse(incoming: Incoming[str]) -> Answer:
    refusals: dict[str, Exception] = {
        "missing": NotFound("No such order."),
        "invalid": Invalid("Wrong.", (Violation("parts[0].quantity", "must be an integer", "x"),)),
        "conflict": Conflict("Already shipped."),
        "forbidden": Forbidden("Not yours."),
        "unavailable": Unavailable("Busy.", retry_after=7),
        "bug": ZeroDivisionError("secret detail"),
        "stop": StopIteration("secret detail"),
        "gone": Unauthenticated("Gone.", challenge='Bearer error="invalid_token"'),
    }
    raise refusals[incoming.path_values["how"]]


def failing_at_once(_: Incoming[str]) -> Answer:
    def pieces() -> Iterator[bytes]:
        raise Unavailable("The snapshot is not ready.", retry_after=3)
        yield b""

    return stream(pieces())


def sample_api(recorder: Recorder | None = None, **options: object) -> Api[str]:
    endpoints: list[Endpoint[str]] = [
        Endpoint("GET", "/orders/{order}", echo),
        Endpoint("GET", "/orders/{order}.json", echo),
        Endpoint("GET", "/orders/all", echo),
        Endpoint("HEAD", "/orders/all", lambda _: empty(200, (("X-Result", "7"),))),
        Endpoint("GET", "/search/{make}/{model}", echo, authenticated=False),
        Endpoint("GET", "/loose/{make}/{model}", echo, authenticated=False, empty_segments=True),
        Endpoint("POST", "/orders", echo, reads_body=True, media_types=("application/json",)),
        Endpoint("PUT", "/orders", lambda i: json_answer(decode(list[int], i.body)), reads_body=True),
        Endpoint("POST", "/open", echo, authenticated=False, reads_body=True),
        Endpoint("GET", "/refuse/{how}", refuse, authenticated=False),
        Endpoint("GET", "/stream", lambda _: stream(iter([b"[1", b"", b",2]"])), authenticated=False),
        Endpoint("GET", "/stream/late", failing_at_once, authenticated=False),
        Endpoint("GET", "/picky", echo, authenticated=False, produces="application/json"),
        Endpoint("GET", "/split", lambda _: empty(headers=(("X-Bad", "a\r\nb"),)), authenticated=False),
    ]
    return Api(
        "sample",
        endpoints,
        render,
        challenge='Bearer realm="sample"',
        authenticate=authenticate,
        credential_name=lambda caller: caller,
        body_limit=100,
        observers=[recorder] if recorder else (),
        **options,  # type: ignore[arg-type] # each test passes what it means
    )


def call(method: str, url: str, **options: object) -> httpx.Response:
    with client(sample_api().asgi, authorization=TOKEN) as caller:
        return caller.request(method, url, **options)  # type: ignore[arg-type] # passed through


def test_decodes_path_values_after_splitting() -> None:
    answer = call("GET", "/search/A%2FB%20%C3%A9/%2A")

    assert answer.json()["values"] == {"make": "A/B é", "model": "*"}


def test_prefers_a_literal_segment_to_a_named_one() -> None:
    assert call("GET", "/orders/all").json()["route"] == "/orders/all"
    assert call("GET", "/orders/all.json").json()["values"] == {"order": "all"}
    assert call("GET", "/orders/7").json()["route"] == "/orders/{order}"


@pytest.mark.parametrize("path", ["//search/a/b", "/search//b", "/search/a/", "/search/a/b/", "/search/%FF/b", "/%00"])
def test_knows_no_path_but_the_exact_one(path: str) -> None:
    answer = call("GET", path)

    assert (answer.status_code, answer.json()["kind"]) == (404, "not_found")


def test_shows_an_empty_segment_to_an_endpoint_that_wants_it() -> None:
    assert call("GET", "/loose//b").json()["values"] == {"make": "", "model": "b"}


@pytest.mark.parametrize("method", ["OPTIONS", "PATCH", "BREW", "DELETE"])
def test_answers_another_method_with_those_it_takes(method: str) -> None:
    answer = call(method, "/orders")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST, PUT"
    assert answer.json()["kind"] == "method_not_allowed"


def test_serves_head_by_its_own_endpoint_or_by_that_of_get() -> None:
    own, borrowed = call("HEAD", "/orders/all"), call("HEAD", "/orders/7")

    assert (own.status_code, own.headers["x-result"], own.content) == (200, "7", b"")
    assert (borrowed.status_code, borrowed.content) == (200, b"")
    assert int(borrowed.headers["content-length"]) > 0


def test_echoes_a_valid_request_id_and_makes_one_otherwise() -> None:
    assert call("GET", "/nowhere", headers={"X-Request-Id": "a.B-9_"}).headers["x-request-id"] == "a.B-9_"
    for unfit in ["", "a b", "x" * 129, "é"]:
        made = call("GET", "/orders/1", headers={b"X-Request-Id": unfit.encode()}).headers["x-request-id"]
        assert len(made) == 32


def test_challenges_before_it_looks_at_the_body() -> None:
    with client(sample_api().asgi) as nobody:
        answer = nobody.post("/orders", content=b"x" * 200, headers={"Content-Type": "text/plain"})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="sample"'


def test_asks_for_admission_after_the_credential_and_before_the_body() -> None:
    def refuse_strangers(incoming: Incoming[str]) -> None:
        if incoming.caller != "dealer-1":
            raise Forbidden("Not your store.")

    endpoint = Endpoint("POST", "/orders", echo, reads_body=True, media_types=("application/json",))
    api = Api(
        "picky", [replace(endpoint, admit=refuse_strangers)], render, challenge="Bearer", authenticate=authenticate
    )
    with client(api.asgi) as caller:
        answers = [
            caller.post("/orders", content=b"x", headers={"Content-Type": "text/plain", "Authorization": token})
            for token in ("Bearer who", "Bearer dealer-2", TOKEN)
        ]

    assert [answer.status_code for answer in answers] == [401, 403, 415]


def test_lets_authentication_refuse_and_change_the_challenge() -> None:
    with client(sample_api().asgi, authorization="Bearer unlucky") as unlucky:
        assert unlucky.get("/orders/1").status_code == 403

    assert call("GET", "/refuse/gone").headers.get_list("www-authenticate") == ['Bearer error="invalid_token"']


def test_refuses_a_body_over_the_limit_declared_or_not() -> None:
    declared = call("POST", "/orders", content=b"1" * 101)
    chunked = call("POST", "/orders", content=iter([b"1" * 60, b"1" * 60]))
    fitting = call("POST", "/orders", content=b"1" * 100)

    assert [declared.status_code, chunked.status_code, fitting.status_code] == [413, 413, 200]


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=UTF-8", 200),
        ("application/json; charset=latin-1", 415),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        (None, 200),
    ],
)
def test_takes_only_its_media_types(content_type: str | None, status: int) -> None:
    headers = {"Content-Type": content_type} if content_type else {}

    assert call("POST", "/orders", content=b"{}", headers=headers).status_code == status


def test_refuses_a_compressed_body() -> None:
    assert call("POST", "/orders", content=b"x", headers={"Content-Encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize(
    ("how", "status", "kind"),
    [
        ("missing", 404, "not_found"),
        ("invalid", 400, "invalid"),
        ("conflict", 409, "conflict"),
        ("forbidden", 403, "forbidden"),
        ("unavailable", 503, "unavailable"),
    ],
)
def test_renders_refusals_in_the_words_of_the_api(how: str, status: int, kind: str) -> None:
    answer = call("GET", f"/refuse/{how}")

    assert (answer.status_code, answer.json()["kind"]) == (status, kind)


def test_names_the_fields_and_says_when_to_come_back() -> None:
    assert call("GET", "/refuse/invalid").json()["fields"] == ["parts[0].quantity"]
    assert call("GET", "/refuse/unavailable").headers["retry-after"] == "7"


def test_answers_a_bug_in_its_own_shape_and_logs_it_once(log: io.StringIO) -> None:
    answer = call("GET", "/refuse/bug", headers={"X-Request-Id": "r-1"})

    assert answer.json()["kind"] == "internal"
    assert "secret" not in answer.text
    assert answer.headers["x-request-id"] == "r-1"
    logged = log.getvalue()
    assert logged.count("A request failed by a bug.") == 1
    assert "r-1" in logged


def test_takes_a_stop_iteration_for_a_bug() -> None:
    assert call("GET", "/refuse/stop").status_code == 500


def test_never_sends_a_header_of_two_lines() -> None:
    assert call("GET", "/split").status_code == 500


def test_has_an_answer_even_if_a_problem_cannot_be_rendered() -> None:
    def broken(_: Problem, __: Incoming[str]) -> Answer:
        raise KeyError("no words")

    api = Api("mute", [], broken, challenge="Basic")
    with client(api.asgi) as caller:
        answer = caller.get("/", headers={"X-Request-Id": "r-2"})

    assert (answer.status_code, answer.content, answer.headers["x-request-id"]) == (500, b"", "r-2")


def test_asks_the_limit_after_the_credential() -> None:
    asked: list[str] = []

    def limit(caller: str) -> float | None:
        asked.append(caller)
        return 1.2

    with client(sample_api(limit=limit).asgi, authorization=TOKEN) as caller:
        answer = caller.get("/orders/1")

    assert (answer.status_code, answer.headers["retry-after"], asked) == (429, "2", ["dealer-1"])


def test_streams_and_answers_a_failure_before_the_first_piece() -> None:
    assert call("GET", "/stream").content == b"[1,2]"
    late = call("GET", "/stream/late")
    assert (late.status_code, late.headers["retry-after"]) == (503, "3")


@pytest.mark.parametrize("query", ["a=%FF", "a=%00", "&".join(["a=1"] * 1001)])
def test_rejects_a_query_that_cannot_be_read(query: str) -> None:
    answer = call("GET", f"/orders/1?{query}")

    assert (answer.status_code, answer.json()["kind"]) == (400, "malformed")


def test_reads_the_query_in_order() -> None:
    answer = call("GET", "/orders/1?b=1&a=x+y&b=&c")

    assert answer.json()["query"] == [["b", "1"], ["a", "x y"], ["b", ""], ["c", ""]]


def test_refuses_to_answer_what_the_client_does_not_accept() -> None:
    assert call("GET", "/picky", headers={"Accept": "text/html"}).status_code == 406
    assert call("GET", "/picky", headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200


def test_repeats_only_a_host_that_is_one() -> None:
    assert call("GET", "/orders/1").json()["base"] == "http://counter.example"
    assert (
        call("GET", "/orders/1", headers={"Host": "parts.example:8443"}).json()["base"] == "http://parts.example:8443"
    )
    assert call("GET", "/orders/1", headers={"Host": "<evil>"}).json()["base"] == "http://counter.example"


def test_tells_observers_how_each_request_ended() -> None:
    recorder = Recorder()
    with client(sample_api(recorder).asgi, authorization=TOKEN) as caller:
        caller.get("/orders/7?token=secret", headers={"X-Request-Id": "r-3"})
        caller.get("/nowhere")

    first, second = recorder.exchanges
    assert recorder.began == ["sample", "sample"]
    assert (first.route, first.status, first.credential, first.request_id) == (
        "/orders/{order}", 200, "dealer-1", "r-3",
    )  # fmt: skip
    assert (second.route, second.status, second.problem) == ("", 404, "not_found")
    assert "secret" not in repr(first)


def test_refuses_to_be_built_without_a_way_to_authenticate() -> None:
    with pytest.raises(ValueError, match="nothing to do it with"):
        Api("open", [Endpoint("GET", "/", echo)], render, challenge="Basic")
