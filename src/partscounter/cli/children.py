"""The processes of a running counter, and the supervisor over them."""

import sys
from collections.abc import Sequence
from datetime import timedelta

import typer

from partscounter.cli.invocation import Invocation
from partscounter.settings import PRODUCTION
from partscounter.worker.supervisor import Patience, Supervisor

GRACE = timedelta(seconds=25)
"""How long a process has to end when told to."""


def command_line(context: typer.Context, *arguments: str, environment: str = "") -> list[str]:
    """The command line of this very program, with the same configuration file."""
    invocation = context.find_object(Invocation)
    options = [] if invocation is None or invocation.config is None else ["--config", str(invocation.config)]
    if environment:
        options += ["--environment", environment]
    return [sys.executable, "-m", "partscounter", *options, *arguments]


def supervise(
    context: typer.Context,
    options: Sequence[str],
    web_processes: int,
    *,
    environments: Sequence[str] = (PRODUCTION,),
    worker_after_port: int | None = None,
) -> int:
    """Run so many web processes, and a worker for each environment, until told to stop; the exit status.

    With `worker_after_port` the worker begins once something listens there: the first answer comes sooner.
    """
    commands = {
        f"web-{number}": command_line(context, "web-process", *options, "--number", str(number))
        for number in range(web_processes)
    }
    for name in environments:
        worker = command_line(context, "worker-process", *options, environment=name)
        if worker_after_port is not None:
            worker = command_line(context, "after-web", str(worker_after_port), "--", *worker)
        commands[f"worker of {name}"] = worker
    return Supervisor(commands, Patience(grace=GRACE.total_seconds())).run()
