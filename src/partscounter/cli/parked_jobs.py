"""`partscounter jobs`: the jobs that were given up, and running one again."""

from functools import partial
from typing import Annotated

import typer

from partscounter import jobs
from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Work that was given up.")
    group.callback()(_group)
    group.command("parked")(parked)
    group.command("replay")(replay)
    program.add_typer(group, name="jobs")


def _group() -> None:
    """Work that was given up."""


def parked(context: typer.Context, data: Data = None) -> None:
    """List the jobs that were given up, the oldest first, each with its last error."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        count, listed = jobs.count_parked(tx), jobs.parked(tx)
    for job in listed:
        typer.echo(f"job {job.id}  {job.key}  {job.attempts} tries since {job.due_since:%Y-%m-%d %H:%M:%S} UTC")
        typer.echo(f"  {job.last_error}")
    typer.echo(f"{count} parked" + (f", {len(listed)} shown" if count > len(listed) else ""))


def replay(
    context: typer.Context,
    job: Annotated[int, typer.Argument(metavar="ID", min=1, max=2**63 - 1, help="As `jobs parked` lists it.")],
    data: Data = None,
) -> None:
    """Run a job again that has ended. What a job has done, such as a mail that was sent, it does not do twice."""
    with open_app(Place(data).of(settings_of(context))) as app:
        app.database.write(OPERATOR, partial(jobs.replay, job_id=job))
    typer.echo(f"job {job} is ready again")
