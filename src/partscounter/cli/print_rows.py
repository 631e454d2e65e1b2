"""How reports are printed: as a table for people, or as CSV for programs."""

import csv
import io
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

AsCSV = Annotated[bool, typer.Option("--csv", help="Comma-separated, with a header.")]


def print_rows(columns: Sequence[str], rows: Sequence[tuple[str, ...]], *, as_csv: bool) -> None:
    """Print `rows` under the names of their columns."""
    if as_csv:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([columns, *rows])
        typer.echo(text.getvalue(), nl=False)
        return
    table = Table(*(name.replace("_", " ") for name in columns))
    for row in rows:
        table.add_row(*map(escape, row))
    Console().print(table)
