"""`make bench-orders`: how fast the order path is, beside versions that others would have written."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.orders.rounds import table
from benchmarks.orders.tracking import OURS, Plan, on_sqlite


def main(
    rounds: Annotated[int, typer.Option(help="Rounds that count.")] = 5,
    seconds: Annotated[float, typer.Option(help="Length of a round.")] = 3,
) -> None:
    """Print the table. Databases stand on the disk, not in memory: durability is part of what is measured."""
    plan = Plan(orders=500, rounds=rounds, seconds=seconds)
    with tempfile.TemporaryDirectory(prefix="bench-orders-", dir="/var/tmp") as folder:
        for line in table(on_sqlite(Path(folder), plan), OURS):
            typer.echo(line)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(main)
    app()
