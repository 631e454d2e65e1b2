"""The demo as a user starts it: real processes, a real port, a folder of data."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

READY_WITHIN_SECONDS = 120
"""Generous: a busy machine must not fail the test."""


class DemoProcess:
    """One running demo."""

    def __init__(self, data: Path, environment: Mapping[str, str] | None = None, options: Sequence[str] = ()) -> None:
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        command = [
            sys.executable,
            "-m",
            "partscounter",
            "demo",
            "--port",
            str(self.port),
            "--data",
            str(data),
            *options,
        ]
        # A group of its own, so that a test can end every process of it and no other.
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )

    def wait_until_ready(self) -> None:
        until(self._is_ready, READY_WITHIN_SECONDS)

    def kill(self) -> None:
        """kill -9 of every process at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    def stop(self) -> int:
        """SIGTERM to the first process; its exit status."""
        self._process.terminate()
        self._process.communicate(timeout=60)
        return self._process.returncode

    def end(self) -> None:
        """kill -9, unless it has ended."""
        if self._process.poll() is None:
            self.kill()

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, "the demo ended by itself"
        try:
            return httpx.get(f"{self.base_url}/readyz").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False


@contextmanager
def running_demo(
    data: Path, environment: Mapping[str, str] | None = None, options: Sequence[str] = ()
) -> Iterator[DemoProcess]:
    """A demo that answers; ended afterwards, however the block ends."""
    demo = DemoProcess(data, environment, options)
    try:
        demo.wait_until_ready()
        yield demo
    finally:
        demo.end()


def until(holds: Callable[[], bool], seconds: float) -> None:
    """Look again and again whether `holds()`; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} seconds"
        time.sleep(0.05)


def free_port() -> int:
    """A port on loopback that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
