"""`partscounter leads report`: how many leads came in, by month, kind and vendor; and which searches found nothing."""

import re
from collections.abc import Mapping
from dataclasses import astuple
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.print_rows import AsCSV, print_rows
from partscounter.domain import dealers, leads
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import LeadCount
from partscounter.domain.leads.empty_searches import count_empty_searches

_COLUMNS = ("month", "kind", "vendor_id", "vendor", "leads")
_EMPTY_COLUMNS = ("month", "part_type", "make", "model", "keywords", "searches")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="What end users asked for.")
    group.callback()(_group)
    group.command("report")(report_leads)
    group.command("empty-searches")(report_empty_searches)
    program.add_typer(group, name="leads")


def _group() -> None:
    """What end users asked for."""


def _month(text: str | None) -> str | None:
    if text is not None and not _MONTH.fullmatch(text):
        raise typer.BadParameter("must be a month, such as 2026-03")
    return text


Month = Annotated[
    str | None, typer.Option(metavar="YYYY-MM", callback=_month, help="Only this month; months are those of UTC.")
]


def report_leads(
    context: typer.Context,
    month: Month = None,
    *,
    as_csv: AsCSV = False,
    data: Data = None,
) -> None:
    """Count leads by month, kind and vendor."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        counts = leads.count_leads(tx, month)
        vendors = dealers.load_dealers(tx, {each.dealer_id for each in counts if each.dealer_id is not None})
    rows = [_row(each, vendors) for each in counts]
    print_rows(_COLUMNS, rows, as_csv=as_csv)
    if not as_csv:
        typer.echo(f"{sum(each.count for each in counts)} leads")


def report_empty_searches(
    context: typer.Context,
    month: Month = None,
    *,
    as_csv: AsCSV = False,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many, the most frequent first.")] = 1_000,
    data: Data = None,
) -> None:
    """Count searches that found nothing, by month and by what was searched for."""
    with open_app(Place(data).of(settings_of(context))) as app, app.database.read() as tx:
        counts = count_empty_searches(tx, month, most)
    rows = [(each.month, *astuple(each.words), str(each.searches)) for each in counts]
    print_rows(_EMPTY_COLUMNS, rows, as_csv=as_csv)


def _row(counted: LeadCount, vendors: Mapping[int, Dealer]) -> tuple[str, ...]:
    vendor = None if counted.dealer_id is None else vendors[counted.dealer_id]
    names = ("", "") if vendor is None else (vendor.vendor_id or "", vendor.name)
    return (counted.month, counted.kind.value, *names, str(counted.count))
