"""`partscounter demo`: the demo world on loopback, ready in seconds.

This process imports little and makes nothing itself: a child prepares the data folder once, and the web process
says when the demo can be used. So it starts quickly on a folder that is there already.
"""

import json
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from partscounter.cli.children import command_line, supervise
from partscounter.cli.place import Place
from partscounter.settings import make_data_folder

LOOPBACK = "127.0.0.1"
_VERSIONS = Path(__file__).parents[1] / "database" / "migrations" / "versions"
"""Read as a folder: importing the database would take longer than all the rest of this process."""


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("demo")(demo)


def demo(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 8080,
    data: Annotated[Path, typer.Option(help="Folder of the demo's data; made if it is missing.")] = Path("data/demo"),
    items: Annotated[int, typer.Option(min=0, help="Generate so many items beside the demo's own.")] = 0,
) -> None:
    """Start the demo world: every request printed in the five documents works as printed. Loopback only."""
    place = Place(data.absolute(), LOOPBACK, port)
    _prepare(context, data.absolute(), items)
    raise typer.Exit(supervise(context, [*place.options(), "--demo"], 1, worker_after_port=port))


def _prepare(context: typer.Context, data: Path, items: int) -> None:
    """Have the folder made ready, unless that was done before for this version and as many items."""
    marker = data / "prepared.json"
    wanted = json.dumps({"tables": max(path.stem for path in _VERSIONS.glob("[0-9]*.py")), "items": items})
    if marker.exists() and marker.read_text() == wanted:
        return
    make_data_folder(data)
    finished = subprocess.run(  # noqa: S603 - our own command line
        command_line(context, "prepare-demo", "--data", str(data), "--items", str(items)), check=False
    )
    if finished.returncode:
        raise typer.Exit(finished.returncode)
    marker.write_text(wanted)
