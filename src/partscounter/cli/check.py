"""`partscounter check`: do the books add up? And building anew what is derived."""

from typing import Annotated

import typer

from partscounter.app import App, open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.domain import fulfilment, orders, returns
from partscounter.search import rebuild
from partscounter.search.source import DatabaseSource


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("check")(check)


def check(
    context: typer.Context,
    *,
    rebuild_status: Annotated[
        bool, typer.Option("--rebuild-status", help="Rebuild every order and return from its history and compare.")
    ] = False,
    rebuild_search: Annotated[
        bool, typer.Option("--rebuild-search", help="Build the search index anew and swap it in.")
    ] = False,
    data: Data = None,
) -> None:
    """Check that held stock and orders agree; exit code 1 if not. Changes nothing, but for the index when asked."""
    with open_app(Place(data).of(settings_of(context))) as app:
        wrong = _check_stock(app) + _check_returns(app)
        if rebuild_status:
            wrong += _check_history(app)
        if rebuild_search:
            _rebuild_search(app)
    if wrong:
        raise typer.Exit(1)


def _check_stock(app: App) -> int:
    with app.database.read() as tx:
        differences = orders.find_stock_differences(tx)
    for each in differences:
        typer.echo(f"item {each.item_id}: {each.reserved} held, {each.allocated} accounted for by orders")
    typer.echo(f"stock: {len(differences)} differences")
    return len(differences)


def _check_returns(app: App) -> int:
    with app.database.read() as tx:
        differences = returns.find_differences(tx)
    for order_id, line_number in differences:
        typer.echo(f"order {order_id} line {line_number}: more units came back than were shipped")
    typer.echo(f"returns: {len(differences)} differences")
    return len(differences)


def _check_history(app: App) -> int:
    with app.database.read() as tx:
        of_orders, of_returns = list(fulfilment.find_differences(tx)), returns.find_unlike_history(tx)
    for order in of_orders:
        typer.echo(f"order {order.order_id} {order.what}: {order.stored} stored, {order.rebuilt} by its history")
    for goods in of_returns:
        typer.echo(f"return {goods.number}: {goods.stored} stored, {goods.rebuilt} by its history")
    typer.echo(f"history: {len(of_orders) + len(of_returns)} differences")
    return len(of_orders) + len(of_returns)


def _rebuild_search(app: App) -> None:
    source = DatabaseSource(app.database)
    documents = rebuild(app.index_root, source.read_all, source.read_events, source.load_documents)
    typer.echo(f"search: {documents} items indexed")
