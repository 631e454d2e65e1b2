"""`partscounter tracking history`: every update that came for a document, as a table."""

import sys
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from partscounter.app import App, open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database.migrate import has_tables
from partscounter.domain import dealers, fulfilment
from partscounter.domain.dealers import UnknownDealer
from partscounter.domain.fulfilment import HistoryEntry

_WIDTH_OF_A_FILE = 160
_COLUMNS = ("when (UTC)", "contract", "credential", "status", "outcome", "warnings")


def show_history(
    context: typer.Context,
    dealer_code: Annotated[str, typer.Argument(help="Code of the dealer, such as TD00.")],
    document: Annotated[str, typer.Argument(help="The dealer's document number.")],
    data: Data = None,
) -> None:
    """Print every update that came for DOCUMENT, oldest first: when, how, from whom, and what was odd about it."""
    settings = Place(data=data).of(settings_of(context))
    if not has_tables(settings.database_url):
        raise UnknownDealer("There is no database yet, and so no dealer.")
    with open_app(settings) as app:
        entries = _read(app, dealer_code, document)
    if not entries:
        typer.echo("No update has come for this document.")
        return
    width = None if sys.stdout.isatty() else _WIDTH_OF_A_FILE
    Console(width=width, markup=False, emoji=False, highlight=False).print(_table(entries))


def _read(app: App, dealer_code: str, document: str) -> list[HistoryEntry]:
    with app.database.read() as tx:
        dealer = dealers.find_dealer_by_code(tx, dealer_code)
        if dealer is None:
            raise UnknownDealer(f"There is no dealer {dealer_code}.")
        return fulfilment.list_history(tx, dealer.id, document)


def _table(entries: list[HistoryEntry]) -> Table:
    table = Table(*_COLUMNS, box=box.SIMPLE_HEAD, pad_edge=False)
    for entry in entries:
        table.add_row(
            f"{entry.occurred_at:%Y-%m-%d %H:%M:%S}",
            entry.door,
            entry.credential,
            entry.status.value,
            "repeat" if entry.update is None else "taken",
            "" if entry.update is None else "\n".join(entry.update.warnings),
        )
    return table
