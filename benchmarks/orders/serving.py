"""Server processes: started on a free port of 127.0.0.1, watched from outside, ended by their process id."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_START_SECONDS = 60
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Serving:
    """A process that listens."""

    pid: int
    port: int

    @property
    def cpu_seconds(self) -> float:
        """Processor time of the process so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def memory(self) -> int:
        """Resident bytes."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def counter(data: Path, url: str = "", *, log: Path) -> Iterator[Serving]:
    """The program's own web process as it is, with its log and metrics, but without a limit of requests."""
    port = _free_port()
    environment = {
        "PARTSCOUNTER_SERVER_DATA_DIR": str(data),
        "PARTSCOUNTER_SERVER_PORT": str(port),
        "PARTSCOUNTER_DATABASE_URL": url,
        "PARTSCOUNTER_LIMITS_REQUESTS_PER_MINUTE": "0",
    }
    command = [sys.executable, "-m", "partscounter", "web-process"]
    with _started(command, port, environment, log) as serving:
        yield serving


@contextmanager
def worker(data: Path, *, log: Path) -> Iterator[None]:
    """The program's worker process on an embedded database."""
    environment = {"PARTSCOUNTER_SERVER_DATA_DIR": str(data)}
    with _process([sys.executable, "-m", "partscounter", "worker-process"], environment, log):
        yield


@contextmanager
def peer(module: str, database: str, *, log: Path) -> Iterator[Serving]:
    """One of the versions to compare with: `bare` on a file, `conventional` on a URL."""
    port = _free_port()
    command = [sys.executable, "-m", f"benchmarks.orders.{module}", database, str(port)]
    with _started(command, port, {}, log) as serving:
        yield serving


@contextmanager
def module(name: str, *arguments: str, log: Path) -> Iterator[Serving]:
    """A module that serves, given its `arguments` and behind them the port."""
    port = _free_port()
    with _started([sys.executable, "-m", name, *arguments, str(port)], port, {}, log) as serving:
        yield serving


@contextmanager
def _started(command: list[str], port: int, environment: Mapping[str, str], log: Path) -> Iterator[Serving]:
    with _process(command, environment, log) as process:
        _await(process, port, log)
        yield Serving(process.pid, port)


@contextmanager
def _process(command: list[str], environment: Mapping[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with log.open("wb") as said:
        environment = {**os.environ, **environment}
        process = subprocess.Popen(command, env=environment, stderr=said, stdout=said)  # noqa: S603 - our own command
        try:
            yield process
        finally:
            process.terminate()
            process.wait()


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{process.args!r} did not start:\n{log.read_text()}") from None
            time.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
