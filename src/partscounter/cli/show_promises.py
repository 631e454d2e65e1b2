"""`partscounter orders promises`: every promise for an order, the lines that are late, and how many were kept."""

import sys
from datetime import UTC, date
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from partscounter.app import App, open_app
from partscounter.cli.dealer_option import DealerCode, dealer_id
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.domain import dealers, orders
from partscounter.domain.orders import KeptCount

_WIDTH_OF_A_FILE = 160
_LEDGER = ("line", "made at (UTC)", "by", "units", "date before", "date", "customer learns by", "reason")
_OVERDUE = ("date", "order", "dealer", "line", "part", "units waiting", "reason")
_MONTHS = ("month", "kept", "late", "waiting", "withdrawn", "slips", "kept of decided")


def show_promises(
    context: typer.Context,
    *,
    order: Annotated[str | None, typer.Argument(help="Order number, document number or id.", metavar="[ORDER]")] = None,
    late: Annotated[bool, typer.Option("--late", help="Lines whose date is over and that still wait.")] = False,
    months: Annotated[int, typer.Option(min=1, max=1200, help="How many months to count, the present one last.")] = 12,
    dealer: DealerCode = None,
    data: Data = None,
) -> None:
    """Print every promise for ORDER, or the lines that are late, or how many promises were kept by month."""
    with open_app(Place(data).of(settings_of(context))) as app:
        if order is not None:
            table = _ledger(app, order, dealer)
        else:
            table = _overdue(app, dealer) if late else _months(app, months, dealer)
    if not table.row_count:
        typer.echo("No line is late." if late else "Nothing was promised.")
        return
    width = None if sys.stdout.isatty() else _WIDTH_OF_A_FILE
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)


def _table(columns: tuple[str, ...]) -> Table:
    return Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)


def _ledger(app: App, name: str, dealer: str | None) -> Table:
    with app.database.read() as tx:
        found = orders.list_promises(tx, orders.get_order_named(tx, name, dealer_id(tx, dealer)).id)
    table = _table(_LEDGER)
    for each in found:
        table.add_row(
            str(each.line_number),
            f"{each.made_at:%Y-%m-%d %H:%M:%S}",
            f"{each.actor} ({each.door})",
            str(each.units),
            str(each.day_before or ""),
            str(each.day),
            each.telling.value,
            each.reason,
        )
    return table


def _overdue(app: App, dealer: str | None) -> Table:
    table = _table(_OVERDUE)
    with app.database.read() as tx:
        for order, each in orders.list_overdue(tx, dealer_id(tx, dealer)):
            line = next(line for line in order.lines if line.id == each.line_id)
            seller = dealers.get_dealer(tx, order.dealer_id).name
            waiting = str(line.quantities.backorder)
            table.add_row(str(each.day), order.number, seller, str(line.number), line.code, waiting, each.reason)
    return table


def _months(app: App, months: int, dealer: str | None) -> Table:
    with app.database.read() as tx:
        since = _months_before(tx.now.astimezone(UTC).date(), months - 1)
        counted = orders.count_kept(tx, since, date.max, dealer_id(tx, dealer))
    table = _table(_MONTHS)
    for each in counted:
        counts = (each.kept, each.late, each.waiting, each.withdrawn, each.slips)
        table.add_row(f"{each.month:%Y-%m}", *map(str, counts), _share(each))
    return table


def _share(count: KeptCount) -> str:
    return "" if count.share_kept is None else f"{count.share_kept:.0%}"


def _months_before(day: date, months: int) -> date:
    """The first day of the month that lies `months` before that of `day`."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
