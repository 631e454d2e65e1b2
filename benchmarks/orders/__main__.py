"""`make bench-orders`: how fast the order path is, beside versions that others would have written."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.orders import tracking
from benchmarks.orders.export import measure_export
from benchmarks.orders.rounds import Rounds, table
from benchmarks.orders.tracking import Plan
from benchmarks.orders.visible import measure_visibility

SECTIONS = ("sqlite", "postgres", "long", "export", "visible")


def main(
    only: Annotated[str, typer.Option(help=f"One of {', '.join(SECTIONS)}.")] = "",
    rounds: Annotated[int, typer.Option(help="Rounds that count.")] = 5,
    seconds: Annotated[float, typer.Option(help="Length of a round.")] = 3,
    orders: Annotated[int, typer.Option(help="Orders to be exported.")] = 100_000,
    long_rate: Annotated[float, typer.Option(help="Arrivals a second of 500-part updates.")] = 5,
) -> None:
    """Print the tables; a minute or two for each section."""
    plan = Plan(orders=500, long_orders=1, rounds=rounds, seconds=seconds)
    long_plan = Plan(orders=1, long_orders=16, rounds=rounds, seconds=seconds)
    sections: dict[str, Callable[[Path], list[str]]] = {
        "sqlite": lambda folder: _compared(tracking.on_sqlite(folder, plan)),
        "postgres": lambda folder: _compared(tracking.on_postgres(folder, plan)),
        "long": lambda folder: _alone(tracking.long_updates(folder, long_plan, long_rate)),
        "export": lambda folder: measure_export(folder, orders),
        "visible": measure_visibility,
    }
    for name in [only] if only else SECTIONS:
        with _folder() as folder:
            typer.echo(f"\n## {name}\n")
            for line in sections[name](folder):
                typer.echo(line)


def _compared(found: dict[str, Rounds]) -> list[str]:
    return table(found, tracking.OURS)


def _alone(found: dict[str, Rounds]) -> list[str]:
    [ours] = found
    return table(found, ours)


@contextmanager
def _folder() -> Iterator[Path]:
    """On the disk, not in memory: durability is part of what is measured."""
    with tempfile.TemporaryDirectory(prefix="bench-orders-", dir="/var/tmp") as folder:
        yield Path(folder)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(main)
    app()
