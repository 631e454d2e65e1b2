"""The options that every import of a table has."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from partscounter.kit.sheets import ErrorFile, open_error_file

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


def open_errors(errors: Path | None, file: Path) -> AbstractContextManager[ErrorFile]:
    """The error file of an import of `file`. Raises BadParameter where it cannot be written, or is that file."""
    if errors is not None and not errors.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {str(errors.parent)!r}", param_hint="--errors")
    if errors is not None and errors.exists() and errors.samefile(file):
        raise typer.BadParameter("is the file that is to be imported", param_hint="--errors")
    return open_error_file(errors)
