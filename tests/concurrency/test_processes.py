"""Several processes write one SQLite file: none starves, and one that is killed loses nothing it acknowledged."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from partscounter.database.engine import open_database
from partscounter.database.log import events_after
from partscounter.kit.clock import FixedClock
from tests.make.events import Happened, make_actor

ROOT = Path(__file__).parents[2]
ENOUGH = 50
"""Acknowledgements to wait for: some groups' worth from each."""


@contextmanager
def burst(url: str, name: str, threads: int = 8) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(Path(__file__).with_name("burst.py")), url, name, str(threads)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def acknowledged(process: subprocess.Popen[str], count: int | None = None) -> list[str]:
    """The next `count` pairs that the process says are stored, or all that it has said before its end."""
    assert process.stdout is not None
    lines = process.stdout if count is None else (process.stdout.readline() for _ in range(count))
    return [line.strip() for line in lines if line.endswith("\n")]


def rest_after_stop(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdin is not None
    process.stdin.close()
    return acknowledged(process)


def halves_by_pair(url: str) -> Counter[str]:
    database = open_database(url, FixedClock())
    with database.read() as tx:
        counted = Counter(event.subject for event in events_after(tx, 0, None, 1_000_000))
    database.close()
    return counted


def test_two_processes_that_write_one_file_both_get_their_turn(sqlite_url: str) -> None:
    with burst(sqlite_url, "left") as left, burst(sqlite_url, "right") as right:
        acknowledged(left, 1)
        acknowledged(right, 1)
        written = [len(acknowledged(process, ENOUGH)) for process in (left, right)]
        rest = [rest_after_stop(process) for process in (left, right)]
        assert [left.wait(10), right.wait(10)] == [0, 0]

    assert written == [ENOUGH, ENOUGH]
    halves = halves_by_pair(sqlite_url)
    assert set(halves.values()) == {2}
    assert len(halves) == sum(1 + ENOUGH + len(more) for more in rest)


@pytest.mark.parametrize("burst_length", [1, 20, ENOUGH])
def test_a_process_killed_in_a_burst_loses_no_acknowledged_row_and_leaves_no_half(
    sqlite_url: str, burst_length: int
) -> None:
    with burst(sqlite_url, "victim") as process:
        told = acknowledged(process, burst_length)
        process.send_signal(signal.SIGKILL)
        told += acknowledged(process)

    halves = halves_by_pair(sqlite_url)
    assert {f"victim:{number}" for number in told} <= set(halves)
    assert set(halves.values()) == {2}


def test_a_killed_writer_does_not_block_the_others(sqlite_url: str) -> None:
    database = open_database(sqlite_url, FixedClock())
    with burst(sqlite_url, "victim") as process:
        acknowledged(process, ENOUGH)
        process.send_signal(signal.SIGKILL)

        assert database.write(make_actor(), lambda tx: tx.emit(Happened("thing:1"))) > 2 * ENOUGH
    database.close()
