"""`partscounter leads report`: how many leads came in, by month, kind and vendor."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.domain import dealers, leads
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import LeadCount

_COLUMNS = ("month", "kind", "vendor_id", "vendor", "leads")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="What end users asked for.")
    group.callback()(_group)
    group.command("report")(report_leads)
    program.add_typer(group, name="leads")


def _group() -> None:
    """What end users asked for."""


def _month(text: str | None) -> str | None:
    if text is not None and not _MONTH.fullmatch(text):
        raise typer.BadParameter("must be a month, such as 2026-03")
    return text


def report_leads(
    context: typer.Context,
    month: Annotated[
        str | None, typer.Option(metavar="YYYY-MM", callback=_month, help="Only this month; months are those of UTC.")
    ] = None,
    *,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, with a header.")] = False,
    data: Data = None,
) -> None:
    """Count leads by month, kind and vendor."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        counts = leads.count_leads(tx, month)
        vendors = dealers.load_dealers(tx, {each.dealer_id for each in counts if each.dealer_id is not None})
    rows = [_row(each, vendors) for each in counts]
    if as_csv:
        typer.echo(_csv(rows), nl=False)
    else:
        _print_table(rows)


def _row(counted: LeadCount, vendors: Mapping[int, Dealer]) -> tuple[str, ...]:
    vendor = None if counted.dealer_id is None else vendors[counted.dealer_id]
    names = ("", "") if vendor is None else (vendor.vendor_id or "", vendor.name)
    return (counted.month, counted.kind.value, *names, str(counted.count))


def _csv(rows: Sequence[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_COLUMNS, *rows])
    return text.getvalue()


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    table = Table(*(name.replace("_", " ") for name in _COLUMNS))
    for row in rows:
        table.add_row(*map(escape, row))
    Console().print(table)
    typer.echo(f"{sum(int(row[-1]) for row in rows)} leads")
