"""The supervisor keeps its processes running and takes all of them with it, however it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SCRIPT = Path(__file__).with_name("supervise.py")
DEADLINE = 60


@contextmanager
def supervisor(folder: Path, *children: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(SCRIPT), str(folder), *children]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def output_until_all_have_ended(process: subprocess.Popen[str]) -> str:
    """The children write to the same pipe, so it ends only when the last of them has."""
    return process.communicate(timeout=DEADLINE)[0]


def pids(folder: Path, state: str) -> set[int]:
    return {int(mark.name.partition("-")[2]) for mark in folder.glob(f"{state}-*")}


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)


def test_a_signal_ends_every_child(tmp_path: Path) -> None:
    with supervisor(tmp_path, "good") as process:
        wait_until(lambda: len(pids(tmp_path, "good")) == 1)
        running = pids(tmp_path, "good")
        process.send_signal(signal.SIGTERM)
        output_until_all_have_ended(process)

    assert process.returncode == 0
    assert pids(tmp_path, "ended") == running


def test_a_child_that_will_not_end_is_killed(tmp_path: Path) -> None:
    with supervisor(tmp_path, "good", "stubborn") as process:
        wait_until(lambda: bool(pids(tmp_path, "good") and pids(tmp_path, "stubborn")))
        good = pids(tmp_path, "good")
        process.send_signal(signal.SIGINT)
        output = output_until_all_have_ended(process)

    assert process.returncode == 1
    assert pids(tmp_path, "ended") == good
    assert "did not end in time" in output


def test_a_killed_child_is_started_again(tmp_path: Path) -> None:
    with supervisor(tmp_path, "good") as process:
        wait_until(lambda: len(pids(tmp_path, "good")) == 1)
        (first,) = pids(tmp_path, "good")
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: len(pids(tmp_path, "good")) == 2)
        (second,) = pids(tmp_path, "good") - {first}
        process.send_signal(signal.SIGTERM)
        output_until_all_have_ended(process)

    assert process.returncode == 0
    assert pids(tmp_path, "ended") == {second}


def test_children_end_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    with supervisor(tmp_path, "good", "stubborn") as process:
        wait_until(lambda: bool(pids(tmp_path, "good") and pids(tmp_path, "stubborn")))
        good = pids(tmp_path, "good")
        process.send_signal(signal.SIGKILL)
        output_until_all_have_ended(process)

    assert pids(tmp_path, "ended") == good


def test_gives_up_on_a_child_that_never_stays_up_and_ends_the_others(tmp_path: Path) -> None:
    with supervisor(tmp_path, "failing", "good") as process:
        output_until_all_have_ended(process)

    assert process.returncode == 1
    assert len(pids(tmp_path, "failing")) == 3
    assert pids(tmp_path, "good") == set()
