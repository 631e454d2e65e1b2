"""Over real sockets and uvicorn: what only the transport can show."""

import socket
import threading
import tracemalloc
from collections.abc import Iterator

import httpx

from partscounter.web.answer import Answer, empty, json_answer, stream
from partscounter.web.api import Api
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Problem, Unauthenticated
from partscounter.web.routes import Endpoint
from tests.make.web import Running, running, until

PIECE = b"x" * 65_536
PIECES = 800


class Faucet:
    """A stream that notices being closed, and by which threads it is driven."""

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.threads: set[int] = set()

    def pour(self, _: Incoming[None]) -> Answer:
        return stream(self._pieces(), "application/octet-stream")

    def _pieces(self) -> Iterator[bytes]:
        try:
            for _ in range(PIECES):
                self.threads.add(threading.get_ident())
                yield PIECE
        finally:
            self.threads.add(threading.get_ident())
            self.closed.set()


def broken(_: Incoming[None]) -> Answer:
    def pieces() -> Iterator[bytes]:
        yield b"[1,"
        raise ZeroDivisionError

    return stream(pieces())


def render(problem: Problem, _: Incoming[None]) -> Answer:
    return json_answer({"kind": problem.kind.value}, problem.kind.status)


def api(faucet: Faucet) -> Api[None]:
    endpoints: list[Endpoint[None]] = [
        Endpoint("GET", "/pour", faucet.pour, authenticated=False),
        Endpoint("GET", "/broken", broken, authenticated=False),
        Endpoint("GET", "/small", lambda i: json_answer(i.query.pairs), authenticated=False),
        Endpoint("POST", "/take", lambda i: json_answer(len(i.body)), authenticated=False, reads_body=True),
        Endpoint("POST", "/ignore", lambda _: empty(), authenticated=False),
    ]
    return Api("transport", endpoints, render, challenge="Basic", body_limit=1000)


def exchange(server: Running, *pieces: bytes) -> bytes:
    """Send `pieces` on one connection; all that comes back until the server closes it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        for piece in pieces:
            connection.sendall(piece)
        received = b""
        while block := connection.recv(65_536):
            received += block
        return received


def test_keeps_a_connection_alive_over_answers_and_problems() -> None:
    with running(api(Faucet()).asgi) as server:
        answer = exchange(
            server,
            b"GET /small HTTP/1.1\r\nHost: a\r\n\r\n",
            b"GET /none HTTP/1.1\r\nHost: a\r\n\r\n",
            b"POST /take HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            b"POST /ignore HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde",
            b"HEAD /small HTTP/1.1\r\nHost: a\r\n\r\n",
            b"GET /small HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        )

    statuses = [line.split()[1] for line in answer.split(b"\r\n") if b"HTTP/1.1" in line]
    assert statuses == [b"200", b"404", b"200", b"204", b"200", b"200"]
    assert answer.count(b"x-request-id: ") == 6
    assert answer.endswith(b"\r\n\r\n[]")


def test_streams_fifty_megabytes_in_constant_memory_from_one_thread() -> None:
    faucet = Faucet()
    received = 0
    with running(api(faucet).asgi) as server:
        tracemalloc.start()
        with httpx.stream("GET", f"{server.url}/pour") as answer:
            for block in answer.iter_raw():
                received += len(block)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    assert received == PIECES * len(PIECE)
    assert peak < 5_000_000
    assert len(faucet.threads) == 1


def test_closes_the_stream_when_the_client_leaves() -> None:
    faucet = Faucet()
    with running(api(faucet).asgi) as server:
        with httpx.stream("GET", f"{server.url}/pour") as answer:
            blocks = answer.iter_raw()  # kept, because httpx hangs up when its iterator is collected
            next(blocks)
            assert not faucet.closed.is_set()

        until(faucet.closed.is_set)
        assert httpx.get(f"{server.url}/small").status_code == 200


def test_cuts_the_connection_when_a_stream_fails_midway() -> None:
    with running(api(Faucet()).asgi) as server:
        answer = exchange(server, b"GET /broken HTTP/1.1\r\nHost: a\r\n\r\n")

    assert b"[1," in answer
    assert not answer.endswith(b"0\r\n\r\n")


def test_refuses_a_chunked_body_before_it_has_ended() -> None:
    with running(api(Faucet()).asgi) as server:
        head = b"POST /take HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        answer = exchange(server, head, b"3e9\r\n" + b"x" * 1001 + b"\r\n")

    assert answer.startswith(b"HTTP/1.1 413")
    assert answer.endswith(b'{"kind":"too_large"}')


def test_challenges_without_waiting_for_a_body() -> None:
    def authenticate(_: Incoming[None]) -> None:
        raise Unauthenticated("Who are you?")

    endpoint: Endpoint[None] = Endpoint("POST", "/take", lambda _: empty(), reads_body=True)
    closed = Api("closed", [endpoint], render, challenge="Basic", authenticate=authenticate)
    with running(closed.asgi) as server:
        for more in (b"", b"Expect: 100-continue\r\n"):
            head = b"POST /take HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + more + b"Content-Length: 9\r\n\r\n"
            answer = exchange(server, head)
            assert answer.startswith(b"HTTP/1.1 401")
            assert answer.endswith(b'{"kind":"unauthenticated"}')


def test_asks_for_the_body_of_a_client_that_waits_to_be_asked() -> None:
    head = b"POST /take HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
    with (
        running(api(Faucet()).asgi) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection,
    ):
        connection.sendall(head)
        assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"abc")
        received = b""
        while block := connection.recv(1000):
            received += block

    assert received.endswith(b"\r\n\r\n3")


def test_answers_head_without_a_body() -> None:
    faucet = Faucet()
    with running(api(faucet).asgi) as server:
        small = exchange(server, b"HEAD /small HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        poured = exchange(server, b"HEAD /pour HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

    assert b"content-length: 2" in small
    assert small.endswith(b"\r\n\r\n")
    assert poured.endswith(b"\r\n\r\n")
    assert faucet.threads == set()


def test_survives_clients_that_leave_in_the_middle_of_a_body() -> None:
    with running(api(Faucet()).asgi) as server:
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(b"POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nabc")

        assert httpx.post(f"{server.url}/take", content=b"abc").json() == 3


def test_never_fails_on_odd_requests() -> None:
    odd = [
        b"GET //small//%2e%2e/%ff%00 HTTP/1.1\r\nHost: a\r\n",
        b"GET /small?%ff=%zz HTTP/1.1\r\nHost: a\r\n",
        b"GET /small HTTP/1.1\r\nHost: a\r\nX-Long: " + b"y" * 200_000 + b"\r\n",
        b"GET http://elsewhere.example/small HTTP/1.1\r\nHost: a\r\n",
        b"GET /small HTTP/1.0\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\n",
        b"POST /take HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Type: \xff\xfe\r\n",
        b"GET /small HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n",
    ]
    with running(api(Faucet()).asgi) as server:
        statuses = [exchange(server, head + b"Connection: close\r\n\r\n").split()[1] for head in odd]

    assert all(status < b"500" for status in statuses), statuses
