"""`partscounter after-web PORT COMMAND…`: wait until something listens on a port of loopback, then become a command.

The demo starts its worker so: two processes that import at once take twice as long to the first answer.
"""

import os
import socket
import time
from typing import Annotated

import typer

LONGEST_SECONDS = 30
_LOOK_EVERY = 0.1


def register(program: typer.Typer) -> None:
    """Add the command; hidden, since nobody types it."""
    program.command("after-web", hidden=True)(after_web)


def after_web(port: Annotated[int, typer.Argument()], command: Annotated[list[str], typer.Argument()]) -> None:
    """Wait, at most half a minute, then go on as `command` in this very process."""
    deadline = time.monotonic() + LONGEST_SECONDS
    while not _listens(port) and time.monotonic() < deadline:
        time.sleep(_LOOK_EVERY)
    os.execv(command[0], command)  # noqa: S606 - our own command line


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
