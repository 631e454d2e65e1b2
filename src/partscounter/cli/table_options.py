"""The options that every import of a table has."""

from pathlib import Path
from typing import Annotated

import typer

TableFile = Annotated[
    Path,
    typer.Argument(
        help="CSV or Excel (.xlsx) with a header.", metavar="FILE", exists=True, dir_okay=False, readable=True
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")]
Errors = Annotated[
    Path | None,
    typer.Option(
        "--errors",
        help="CSV to be written: every wrong row as it came, with line, column and reason.",
        metavar="FILE.csv",
        dir_okay=False,
        writable=True,
    ),
]
