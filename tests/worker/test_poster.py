"""One try ends in an outcome, whatever the receiver does, in bounded time and memory."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from partscounter.worker.poster import LARGEST_ANSWER, Poster
from tests.make.receiver import run_receiver

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n"


@contextmanager
def raw_server(answer: bytes, *, then_hold: threading.Event | None = None) -> Iterator[str]:
    """Takes one connection, answers with these bytes, and closes it, or holds it open until told."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(answer)
                if then_hold is not None:
                    then_hold.wait()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        finally:
            if then_hold is not None:
                then_hold.set()
            thread.join()


def test_reads_no_more_of_an_answer_than_it_must() -> None:
    """The rest is never sent, and it is not waited for."""
    with raw_server(HEAD + b"x" * LARGEST_ANSWER, then_hold=threading.Event()) as url:
        outcome = Poster(allow_private=True, timeout_seconds=5).post(url, b"{}", {})

    assert (outcome.status, outcome.error) == (200, "")
    assert outcome.duration_ms < 5000


def test_an_answer_whose_body_never_ends_is_an_answer() -> None:
    with raw_server(HEAD + b"x", then_hold=threading.Event()) as url:
        outcome = Poster(allow_private=True, timeout_seconds=0.2).post(url, b"{}", {})

    assert (outcome.status, outcome.error) == (200, "")


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200", b"SSH-2.0-server\r\n\r\n"])
def test_what_is_no_answer_is_said(answer: bytes) -> None:
    with raw_server(answer) as url:
        outcome = Poster(allow_private=True, timeout_seconds=5).post(url, b"{}", {})

    assert outcome.status is None
    assert outcome.error.startswith("No answer: ")


def test_https_is_not_answered_by_plain_http() -> None:
    with run_receiver() as receiver:
        outcome = Poster(allow_private=True).post(receiver.url.replace("http:", "https:"), b"{}", {})

    assert outcome.status is None
    assert outcome.error.startswith("No answer: ")
    assert receiver.received == []


@pytest.mark.parametrize(("status", "error"), [(200, ""), (299, ""), (400, "The receiver answered 400.")])
def test_any_2xx_accepts(status: int, error: str) -> None:
    with run_receiver() as receiver:
        receiver.status = status
        outcome = Poster(allow_private=True).post(receiver.url, b"{}", {})

    assert (outcome.status, outcome.error) == (status, error)


@pytest.mark.parametrize("url", ["http://a..b/", "http://receiver.invalid/", "http://xn--/"])
def test_a_name_that_leads_nowhere_is_an_outcome(url: str) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError(f"unknown name {host}:{port}")

    outcome = Poster(allow_private=True, resolve=unknown).post(url, b"{}", {})

    assert outcome.status is None
    assert outcome.error.startswith("No answer: ")
