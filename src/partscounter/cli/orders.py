"""`partscounter orders`: promising dates for units on back order, and how well promises are kept."""

from datetime import datetime
from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.dealer_option import DealerCode, dealer_id
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.show_promises import show_promises
from partscounter.domain import orders
from partscounter.domain.orders import Order, Promise


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Orders: dates promised for units on back order.")
    group.callback()(_group)
    group.command("promise")(promise)
    group.command("promises")(show_promises)
    program.add_typer(group, name="orders")


def _group() -> None:
    """Orders: dates promised for units on back order."""


def promise(
    context: typer.Context,
    *,
    order: Annotated[str, typer.Argument(help="Order number, document number or id.", metavar="ORDER")],
    line: Annotated[int, typer.Argument(help="1, 2, 3… within the order.", metavar="LINE")],
    day: Annotated[
        datetime, typer.Argument(help="The day by which the units are in, such as 2026-12-01.", formats=["%Y-%m-%d"])
    ],
    reason: Annotated[str, typer.Option(help="A note for the dealer's people; never mailed.")] = "",
    dealer: DealerCode = None,
    data: Data = None,
) -> None:
    """Promise a date for the back-ordered units of a line; the customer is told of a first or a later date."""
    with open_app(Place(data).of(settings_of(context))) as app:
        with app.database.read() as tx:
            found = orders.get_order_named(tx, order, dealer_id(tx, dealer))
        verb = partial(orders.promise_lines, order_id=found.id, days={line: day.date()}, reason=reason)
        made = app.database.write(OPERATOR, verb)
    if not made:
        typer.echo(f"Line {line} of {found.number} is promised for {day:%Y-%m-%d} already.")
    for each in made:
        typer.echo(_said(found, each))


def _said(order: Order, made: Promise) -> str:
    before = f" instead of {made.day_before}" if made.day_before else ""
    return f"Line {made.line_number} of {order.number} is promised for {made.day}{before} ({_telling(made)})."


def _telling(made: Promise) -> str:
    return "customer not mailed" if made.telling is orders.Telling.NOTHING else f"customer told by {made.telling.value}"
